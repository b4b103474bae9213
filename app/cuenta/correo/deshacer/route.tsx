import { AuthShell } from "@/components/auth/auth-shell";
import { DeadLinkToPage } from "@/components/auth/dead-link";
import { UndoByMail } from "@/components/auth/undo-by-mail";
import { Fact } from "@/components/ui/facts";
import { LocalTime } from "@/components/ui/local-time";
import { Sentence } from "@/components/ui/sentence";
import { TokenStripper } from "@/components/ui/token-stripper";
import { peekUndo } from "@/lib/email-change/peek";
import { retryWhenAway } from "@/lib/http/retry-when-away";
import { messages } from "@/lib/messages/messages";
import { readToken } from "@/lib/token/extract";
import { page } from "../../../page-route";
import { tokenOf } from "../../../query";

const PAGE = "/cuenta/correo/deshacer";

/** Where the notice to an old address leads. Looking at it changes nothing; only the form's POST does. */
export const { GET, POST, PUT, PATCH, DELETE } = page(PAGE, async ({ query }) => {
  const token = readToken(tokenOf(query));
  const change = await retryWhenAway(peekUndo(token));
  const { deadLinks, pages } = messages();
  const say = pages.undoEmail;

  if (change.state !== "valid") {
    const { state } = change;
    const isTaken = state === "taken";
    const said = isTaken ? pages.emailTaken : deadLinks["email-undo"][state];
    return (
      <AuthShell title={said.title}>
        <DeadLinkToPage
          {...said}
          say={pages.deadLink}
          state={isTaken ? "ended" : state}
          next={{ href: "/login", text: pages.deadLink.signIn }}
          other={{ href: "/recuperar", text: pages.deadLink.forgot }}
        />
        <TokenStripper />
      </AuthShell>
    );
  }
  const { user, address, at } = change;
  return (
    <UndoByMail
      say={say}
      account={{ address, name: user.name }}
      action="/cuenta/correo/deshacer/guardar"
      token={token}
    >
      <Fact icon="clock">
        <Sentence
          of={say.changed}
          parts={{ when: <LocalTime iso={at.toISOString()} shape="dayAndHour" last /> }}
        />
      </Fact>
      <Fact icon="leave">{say.sessions}</Fact>
      <Fact icon="key">{say.ways}</Fact>
    </UndoByMail>
  );
});
