import { AuthShell } from "@/components/auth/auth-shell";
import { DeadLink } from "@/components/auth/dead-link";
import { TokenStripper } from "@/components/ui/token-stripper";
import { shown } from "@/lib/http/shown";
import type { DeadState } from "@/lib/messages/dead-links";
import { messages } from "@/lib/messages/messages";

/** The page of a magic link that opens nothing any more, wherever it was opened. */
export function DeadMagicLink({ link }: { link: { state: DeadState; address: string | null } }) {
  const { deadLinks, pages } = messages();
  const said = deadLinks["magic-link"][link.state];
  return (
    <AuthShell title={said.title}>
      <DeadLink
        {...said}
        say={pages.deadLink}
        state={link.state}
        action="/api/auth/signin/email"
        button={pages.deadLink.sendLink}
        address={shown().answer.values.email ?? link.address}
      />
      <TokenStripper />
    </AuthShell>
  );
}
