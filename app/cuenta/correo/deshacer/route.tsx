import { AccountCard } from "@/components/account/account-card";
import { AuthShell } from "@/components/auth/auth-shell";
import { DeadLinkToPage } from "@/components/auth/dead-link";
import { Banners } from "@/components/ui/banners";
import { Button } from "@/components/ui/button";
import { Fact, Facts } from "@/components/ui/facts";
import { Heading } from "@/components/ui/heading";
import { Hidden } from "@/components/ui/hidden";
import { LiveForm } from "@/components/ui/live-form";
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
    <AuthShell title={say.title}>
      <Heading glyph="alert" tone="warn" lead={say.lead}>
        {say.title}
      </Heading>
      <Banners />
      <AccountCard address={address} name={user.name} />
      <Facts>
        <Fact icon="clock">
          <Sentence
            of={say.changed}
            parts={{ when: <LocalTime iso={at.toISOString()} shape="dayAndHour" last /> }}
          />
        </Fact>
        <Fact icon="leave">{say.sessions}</Fact>
        <Fact icon="key">{say.ways}</Fact>
      </Facts>
      <LiveForm action="/cuenta/correo/deshacer/guardar" sentBy="browser" className="mt-6">
        <Hidden values={{ token }} />
        <Button busy={say.busy}>{say.submit}</Button>
      </LiveForm>
      <TokenStripper />
    </AuthShell>
  );
});
