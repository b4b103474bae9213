import { AuthShell } from "@/components/auth-shell";
import { DeadLink } from "@/components/dead-link";
import type { Answer } from "@/components/live/answer";
import { TokenStripper } from "@/components/live/token-stripper";
import { type DeadState, deadLinks } from "@/lib/dead-links";
import { csrfToken } from "@/lib/door/page";
import { words } from "@/lib/words";

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
