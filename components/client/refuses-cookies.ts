"use client";
import { useSyncExternalStore } from "react";

const never = () => () => {};

/** Whether the browser refuses cookies, as far as scripts see. */
export function useRefusesCookies(): boolean {
  return useSyncExternalStore(never, refusesCookies, () => false);
}

/** Where they are refused, Chromium still says `cookieEnabled`, but it closes the storage as well, as the others do. */
function refusesCookies(): boolean {
  try {
    return !navigator.cookieEnabled || sessionStorage === null;
  } catch {
    return true;
  }
}
