"use client";
import { useAlive } from "./live/alive";
import { type MomentShape, momentText } from "./moment";

/** Where times are told when the person's own zone is not known yet. */
const ZONE = "America/Bogota";

/** A moment: in Colombia's time from the server, in the person's own once scripts run. */
export function LocalTime({ iso, shape }: { iso: string; shape: MomentShape }) {
  const alive = useAlive();
  const moment = new Date(iso);
  const text = alive
    ? momentText(moment, shape)
    : `${momentText(moment, shape, ZONE)}${shape === "month" ? "" : " (hora de Colombia)"}`;
  return (
    <time dateTime={iso} suppressHydrationWarning className="tabular-nums">
      {text}
    </time>
  );
}
