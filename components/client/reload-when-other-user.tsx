"use client";
import { usePageReturn, whoIsIn } from "./page-return";

/**
 * Looks, when the page is seen again, who is signed in by now. As long as it is the person whom it was shown to, or cannot be
 * found out, nothing moves, and what was typed stays. Otherwise the server is asked for the page anew, and leads on.
 * @param person their id; null where the page was shown signed out
 */
export function ReloadWhenOtherUser({ person }: { person: string | null }) {
  usePageReturn(async () => {
    const now = await whoIsIn();
    // not a reload: browsers give back to it what was typed
    if (now !== undefined && now !== person) location.replace(location.pathname + location.search);
  });
  return null;
}
