import { messages } from "@/lib/messages/messages";
import { Button } from "./button";
import type { ButtonKind } from "./button-class";
import { Hidden } from "./hidden";
import { Icon } from "./icon";
import { LiveForm } from "./live-form";

/**
 * Asks the browser for a passkey (`components/client/passkey-form.ts`). Until it is known whether the browser has any its room
 * is kept, so that nothing moves; where no script runs, or there are none, there is nothing.
 */
export function PasskeyButton({
  children,
  ceremony,
  action,
  challenge,
  callbackUrl = null,
  kind = "secondary",
  busy,
  describedBy,
}: {
  children: string;
  ceremony: "make" | "sign";
  action: string;
  /** where its challenge comes from */
  challenge: string;
  callbackUrl?: string | null;
  kind?: ButtonKind;
  busy: string;
  describedBy?: string | undefined;
}) {
  const there = ceremony === "make" ? messages().passkeys.there : undefined;
  return (
    <div data-passkey="room" className="invisible unscripted:hidden">
      <LiveForm action={action} passkey={{ challenge, there }}>
        <Hidden values={{ callbackUrl }} />
        <input type="hidden" name="credential" />
        <Button kind={kind} busy={busy} icon={<Icon name="key" />} describedBy={describedBy}>
          {children}
        </Button>
      </LiveForm>
    </div>
  );
}
