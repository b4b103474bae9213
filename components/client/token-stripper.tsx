"use client";
import { useEffect } from "react";

/** Takes the token out of the address bar and of this entry of the history. */
export function stripToken() {
  const url = new URL(location.href);
  for (const name of ["token", "amp;token"]) url.searchParams.delete(name);
  history.replaceState(history.state, "", url.pathname + url.search);
}

/** Strips the token as soon as scripts run; the form of the page holds it from then on. */
export function TokenStripper() {
  useEffect(() => {
    // after every effect: the router must know of the change, or it would write the old address back
    const timer = setTimeout(stripToken);
    return () => clearTimeout(timer);
  }, []);
  return null;
}
