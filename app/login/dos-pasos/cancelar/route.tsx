import { AuthShell } from "@/components/auth/auth-shell";
import { DeadLinkToPage } from "@/components/auth/dead-link";
import { UndoByMail } from "@/components/auth/undo-by-mail";
import { Fact } from "@/components/ui/facts";
import { LocalTime } from "@/components/ui/local-time";
import { Sentence } from "@/components/ui/sentence";
import { TokenStripper } from "@/components/ui/token-stripper";
import { retryWhenAway } from "@/lib/http/retry-when-away";
import { messages } from "@/lib/messages/messages";
import { originIn } from "@/lib/messages/origin";
import { peekLostPhone } from "@/lib/second-step/call-off";
import { readToken } from "@/lib/token/extract";
import { page } from "../../../page-route";
import { tokenOf } from "../../../query";

/** Where the mails about a lost phone lead. Looking at it changes nothing; only the form's POST does. */
export const { GET, POST, PUT, PATCH, DELETE } = page(
  "/login/dos-pasos/cancelar",
  async ({ query }) => {
    const token = readToken(tokenOf(query));
    const asked = await retryWhenAway(peekLostPhone(token));
    const said = messages();
    const { deadLinks, pages } = said;
    const say = said.lostPhone.cancel;
    if (asked.state !== "valid") {
      const dead = deadLinks["lost-phone"][asked.state];
      return (
        <AuthShell title={dead.title}>
          <DeadLinkToPage
            {...dead}
            say={pages.deadLink}
            state={asked.state}
            next={{ href: "/login", text: pages.deadLink.signIn }}
            other={{ href: "/recuperar", text: pages.deadLink.forgot }}
          />
          <TokenStripper />
        </AuthShell>
      );
    }
    const { user, at, due } = asked;
    const { device, place } = originIn(asked, said);
    return (
      <UndoByMail
        say={say}
        account={{ address: user.address, name: user.name }}
        action="/login/dos-pasos/cancelar/confirmar"
        token={token}
      >
        <Fact icon="phone">
          <Sentence
            of={say.asked(device, place)}
            parts={{ when: <LocalTime iso={at.toISOString()} shape="dayAndHour" /> }}
          />
        </Fact>
        <Fact icon="clock">
          <Sentence
            of={say.due}
            parts={{ when: <LocalTime iso={due.toISOString()} shape="dayAndHour" last /> }}
          />
        </Fact>
        <Fact icon="shield">{say.stays}</Fact>
        <Fact icon="key">{say.password}</Fact>
      </UndoByMail>
    );
  },
);
