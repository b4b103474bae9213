"use client";
import { type MomentShape, momentText, ZONE } from "@/lib/messages/moment";
import { useAlive } from "../client/alive";
import { useMessages } from "../client/messages";

type Props = {
  iso: string;
  shape: MomentShape;
  /** the last word of its sentence: an hour that ends in a full stop needs no other */
  last?: boolean;
};

/** In a list the zone is said once, by the list. */
const SAYS_ZONE: readonly MomentShape[] = ["hour", "dayAndHour"];

/** A moment: in Colombia's time from the server, in the person's own once scripts run. */
export function LocalTime({ iso, shape, last = false }: Props) {
  const alive = useAlive();
  const { moments } = useMessages();
  const moment = new Date(iso);
  const text = alive
    ? momentText(moment, shape, moments)
    : `${momentText(moment, shape, moments, ZONE)}${SAYS_ZONE.includes(shape) ? ` ${moments.zoneNote}` : ""}`;
  return (
    <time dateTime={iso} suppressHydrationWarning className="tabular-nums">
      {last && !text.endsWith(".") ? `${text}.` : text}
    </time>
  );
}
