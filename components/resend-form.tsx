"use client";
import { Button } from "./button";
import { CountdownText } from "./countdown-text";
import { Hidden } from "./hidden";
import type { Notice } from "./live/answer";
import { useCountdown } from "./live/countdown";
import { LiveForm } from "./live/live-form";
import { useRefreshWhenSeen } from "./live/refresh-when-seen";

export type Wait = { seconds: number; at: string; reason: "gap" | "window" };

/** `Reenviar link mágico`, asleep until another one may be sent. */
export function ResendForm({
  csrfToken,
  address,
  wait,
  resent,
}: {
  csrfToken: string;
  address: string;
  wait: Wait | null;
  /** what is said once another one went out */
  resent: Notice;
}) {
  const left = useCountdown(wait?.seconds ?? 0, wait?.at ?? "");
  useRefreshWhenSeen();
  return (
    <LiveForm action="/api/auth/signin/email" done={resent} className="grid gap-3 short:gap-2.5">
      <Hidden values={{ csrfToken, email: address }} />
      <Button kind="secondary" disabled={left > 0} busy="Enviando…">
        Reenviar link mágico
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
