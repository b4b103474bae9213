import { fill } from "@/lib/messages/fill";
import { messages } from "@/lib/messages/messages";
import { zoneName } from "@/lib/messages/moment";
import { reader } from "@/lib/messages/reader";
import { ZONE } from "@/lib/messages/zone";

/** Without scripts the hours of a list may be in another zone than the reader's, which its last row says. */
export function ZoneNote() {
  const { moments } = messages().screen;
  if (reader().timeZone !== null) return null;
  return (
    <p className="hidden border-t border-line px-4 py-3 text-note text-muted sm:px-5 unscripted:block">
      {fill(moments.zoneNote, { zone: zoneName(ZONE, moments) })}
    </p>
  );
}
