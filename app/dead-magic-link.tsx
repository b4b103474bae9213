import { AuthShell } from "@/components/auth/auth-shell";
import { DeadLink } from "@/components/auth/dead-link";
import type { Answer } from "@/components/client/answer";
import { TokenStripper } from "@/components/client/token-stripper";
import { csrfToken } from "@/lib/http/page";
import { type DeadState, deadLinks } from "@/lib/messages/dead-links";
import { words } from "@/lib/messages/words";

/** The page of a magic link that opens nothing any more, wherever it was opened. */
export async function DeadMagicLink({
  link,
  answer,
}: {
  link: { state: DeadState; address: string | null };
  answer: Answer;
}) {
  const said = deadLinks["magic-link"][link.state];
  return (
    <AuthShell title={said.title} answer={answer}>
      <DeadLink
        {...said}
        state={link.state}
        action="/api/auth/signin/email"
        button="Enviar link mágico"
        csrfToken={await csrfToken()}
        address={answer.values.email ?? link.address}
        missing={words.address.empty}
      />
      <TokenStripper />
    </AuthShell>
  );
}
