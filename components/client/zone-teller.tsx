"use client";
import { useEffect } from "react";
import { limits } from "@/lib/config/limits";

/**
 * Tells the server this browser's time zone, for hours in mails and in pages without scripts. A browser that has no
 * cookie store tells nothing.
 * @param cookie its name
 */
export function ZoneTeller({ cookie, known }: { cookie: string; known: string | null }) {
  useEffect(() => {
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    if (!timeZone || timeZone === known || !("cookieStore" in window)) return;
    const expires = Date.now() + limits.languageKeptSeconds * 1000;
    const kept = { name: cookie, value: timeZone, expires, sameSite: "lax" } as const;
    // refused cookies: the hours stay in the default zone
    window.cookieStore.set(kept).catch(() => undefined);
  }, [cookie, known]);
  return null;
}
