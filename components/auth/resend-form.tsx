import { messages } from "@/lib/messages/messages";
import { Button } from "../ui/button";
import { CountdownText } from "../ui/countdown-text";
import { Hidden } from "../ui/hidden";
import { LiveForm } from "../ui/live-form";

export type Wait = { seconds: number; at: string; reason: "gap" | "window" };

/**
 * `Reenviar link mágico`, asleep until another one may be sent. Its page is made anew when it is seen again
 * (`components/client/countdown.ts`).
 * @param submit what the button says otherwise
 */
export function ResendForm({
  action = "/api/auth/signin/email",
  submit,
  address,
  wait,
}: {
  action?: string;
  submit?: string;
  address: string;
  wait: Wait | null;
}) {
  const { resend } = messages().screen;
  const left = wait?.seconds ?? 0;
  // the server has said the hour when the wait is that long
  const silent = wait?.reason === "window" && left > 0;
  return (
    <LiveForm
      action={action}
      fresh="resend"
      done={resend.done}
      className="grid gap-3 short:gap-2.5"
    >
      <Hidden values={{ email: address }} />
      <Button kind="secondary" disabled={left > 0} busy={resend.busy}>
        {submit ?? resend.submit}
      </Button>
      <CountdownText left={left} silent={silent} />
      {left > 0 && (
        <noscript>
          <meta httpEquiv="refresh" content={String(left)} />
        </noscript>
      )}
    </LiveForm>
  );
}
