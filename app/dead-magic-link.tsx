import { AuthShell } from "@/components/auth/auth-shell";
import { DeadLink } from "@/components/auth/dead-link";
import type { Answer } from "@/components/client/answer";
import { TokenStripper } from "@/components/client/token-stripper";
import { csrfToken, pageMessages } from "@/lib/http/page";
import type { DeadState } from "@/lib/messages/dead-links";

/** The page of a magic link that opens nothing any more, wherever it was opened. */
export async function DeadMagicLink({
  link,
  answer,
}: {
  link: { state: DeadState; address: string | null };
  answer: Answer;
}) {
  const { deadLinks, pages } = await pageMessages();
  const said = deadLinks["magic-link"][link.state];
  return (
    <AuthShell title={said.title} answer={answer}>
      <DeadLink
        {...said}
        say={pages.deadLink}
        state={link.state}
        action="/api/auth/signin/email"
        button={pages.deadLink.sendLink}
        csrfToken={await csrfToken()}
        address={answer.values.email ?? link.address}
      />
      <TokenStripper />
    </AuthShell>
  );
}
