"use client";
import { useEffect, useEffectEvent } from "react";

/** next-auth's own reading of the session */
const SESSION = "/api/auth/session";

/** Calls back whenever the person comes to this page again: from another tab, or by Back. */
export function usePageReturn(act: () => Promise<void>) {
  const seen = useEffectEvent(() => void act());
  useEffect(() => {
    const returned = () => {
      if (document.visibilityState === "visible") seen();
    };
    const shown = (event: PageTransitionEvent) => {
      if (event.persisted) seen();
    };
    document.addEventListener("visibilitychange", returned);
    addEventListener("pageshow", shown);
    return () => {
      document.removeEventListener("visibilitychange", returned);
      removeEventListener("pageshow", shown);
    };
  }, []);
}

/**
 * Who is signed in in this browser by now.
 * @returns their id, null when signed out, undefined when unknown: offline, or the server is away
 */
export async function whoIsIn(): Promise<string | null | undefined> {
  try {
    const response = await fetch(SESSION, { cache: "no-store" });
    if (!response.ok) return undefined;
    const session: { user?: { id: string } } = await response.json();
    return session.user?.id ?? null;
  } catch {
    return undefined;
  }
}
