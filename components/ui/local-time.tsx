import { shown } from "@/lib/http/shown";
import { messages } from "@/lib/messages/messages";
import { type MomentShape, momentText, zoneName } from "@/lib/messages/moment";
import { reader } from "@/lib/messages/reader";
import { ZONE } from "@/lib/messages/zone";
import { unbroken } from "../client/unbroken";

type Props = {
  iso: string;
  shape: MomentShape;
  /** the last word of its sentence: an hour that ends in a full stop needs no other */
  last?: boolean;
};

/** In a list the zone is said once, by the list. */
const SAYS_ZONE: readonly MomentShape[] = ["hour", "atHour", "dayAndHour"];

/** A moment: in the reader's zone where the server knows it, and once scripts run (`components/client/moments.ts`). */
export function LocalTime({ iso, shape, last = false }: Props) {
  const { timeZone } = reader();
  Object.assign(shown().made, { mail: true, moments: true });
  const { moments } = messages().screen;
  const said = momentText(new Date(iso), shape, moments, timeZone ?? ZONE);
  const foreign = timeZone === null && SAYS_ZONE.includes(shape);
  const text = foreign ? `${said} (${zoneName(ZONE, moments)})` : said;
  return (
    <time dateTime={iso} data-shape={shape} data-last={last || undefined} className="tabular-nums">
      {unbroken(last && !text.endsWith(".") ? `${text}.` : text)}
    </time>
  );
}
