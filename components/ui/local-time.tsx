"use client";
import { type MomentShape, momentText, ZONE, zoneName } from "@/lib/messages/moment";
import { useAlive } from "../client/alive";
import { useMessages, useTimeZone } from "../client/messages";

type Props = {
  iso: string;
  shape: MomentShape;
  /** the last word of its sentence: an hour that ends in a full stop needs no other */
  last?: boolean;
};

/** In a list the zone is said once, by the list. */
const SAYS_ZONE: readonly MomentShape[] = ["hour", "atHour", "dayAndHour"];

/** A moment: in the reader's zone where the server knows it, and once scripts run. */
export function LocalTime({ iso, shape, last = false }: Props) {
  const alive = useAlive();
  const known = useTimeZone();
  const { moments } = useMessages();
  const zone = alive ? undefined : (known ?? ZONE);
  const foreign = zone === ZONE && known === null && SAYS_ZONE.includes(shape);
  const said = momentText(new Date(iso), shape, moments, zone);
  const text = foreign ? `${said} (${zoneName(ZONE, moments)})` : said;
  return (
    <time dateTime={iso} suppressHydrationWarning className="tabular-nums">
      {unbroken(last && !text.endsWith(".") ? `${text}.` : text)}
    </time>
  );
}

/** An hour keeps its `p. m.` on its line. */
const unbroken = (text: string) =>
  text.replace(/:\d\d [ap]\.? ?m\b/gi, (hour) => hour.replaceAll(" ", "\u00a0"));
