"use client";
import { fill } from "@/lib/messages/fill";
import { ZONE, zoneName } from "@/lib/messages/moment";
import { useMessages, useTimeZone } from "../client/messages";

/** Without scripts the hours of a list may be in another zone than the reader's, which its last row says. */
export function ZoneNote() {
  const { moments } = useMessages();
  if (useTimeZone() !== null) return null;
  return (
    <p className="hidden border-t border-line px-4 py-3 text-note text-muted sm:px-5 unscripted:block">
      {fill(moments.zoneNote, { zone: zoneName(ZONE, moments) })}
    </p>
  );
}
