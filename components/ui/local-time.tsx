"use client";
import { useAlive } from "../client/alive";
import { type MomentShape, momentText } from "./moment";

/** Where times are told when the person's own zone is not known yet. */
const ZONE = "America/Bogota";

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
  const moment = new Date(iso);
  const text = alive
    ? momentText(moment, shape)
    : `${momentText(moment, shape, ZONE)}${SAYS_ZONE.includes(shape) ? " (hora de Colombia)" : ""}`;
  return (
    <time dateTime={iso} suppressHydrationWarning className="tabular-nums">
      {last && !text.endsWith(".") ? `${text}.` : text}
    </time>
  );
}
