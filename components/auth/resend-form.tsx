"use client";
import { useRouter } from "next/navigation";
import { useCountdown } from "../client/countdown";
import { LiveForm } from "../client/live-form";
import { useMessages } from "../client/messages";
import { usePageReturn, whoIsIn } from "../client/page-return";
import { Button } from "../ui/button";
import { CountdownText } from "../ui/countdown-text";
import { Hidden } from "../ui/hidden";

export type Wait = { seconds: number; at: string; reason: "gap" | "window" };

/** `Reenviar link mágico`, asleep until another one may be sent. @param submit what the button says otherwise */
export function ResendForm({
  action = "/api/auth/signin/email",
  submit,
  csrfToken,
  address,
  wait,
}: {
  action?: string;
  submit?: string;
  csrfToken: string;
  address: string;
  wait: Wait | null;
}) {
  const { resend } = useMessages();
  const left = useCountdown(wait?.seconds ?? 0, wait?.at ?? "");
  const { refresh } = useRouter();
  usePageReturn(async () => {
    // Next loads the whole page anew when it gets no answer, and what was typed would be gone
    if ((await whoIsIn()) !== undefined) refresh();
  });
  return (
    <LiveForm action={action} done={resend.done} className="grid gap-3 short:gap-2.5">
      <Hidden values={{ csrfToken, email: address }} />
      <Button kind="secondary" disabled={left > 0} busy={resend.busy}>
        {submit ?? resend.submit}
      </Button>
      {/* the server has said the hour when the wait is that long */}
      {(wait?.reason !== "window" || left === 0) && (
        <CountdownText left={left} from={wait?.seconds ?? 0} />
      )}
      {wait && wait.seconds > 0 && (
        <noscript>
          <meta httpEquiv="refresh" content={String(wait.seconds)} />
        </noscript>
      )}
    </LiveForm>
  );
}
