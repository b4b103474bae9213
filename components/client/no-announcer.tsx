"use client";
import { useEffect } from "react";

/**
 * Takes away what Next reads titles out with when a page is changed without a load. Here every page is loaded, and an
 * empty alert in each would be one too many when a reader searches for the error.
 */
export function NoAnnouncer() {
  useEffect(() => {
    // after every effect, Next's own among them
    const timer = setTimeout(() => document.querySelector("next-route-announcer")?.remove());
    return () => clearTimeout(timer);
  }, []);
  return null;
}
