"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Asks the server for this page again when the person comes back to it. */
export function useRefreshWhenSeen() {
  const { refresh } = useRouter();
  useEffect(() => {
    const seen = () => {
      if (document.visibilityState === "visible") refresh();
    };
    const shown = (event: PageTransitionEvent) => {
      if (event.persisted) refresh();
    };
    document.addEventListener("visibilitychange", seen);
    addEventListener("pageshow", shown);
    return () => {
      document.removeEventListener("visibilitychange", seen);
      removeEventListener("pageshow", shown);
    };
  }, [refresh]);
}

/** For pages that another tab may have made pointless: the server then leads on. */
export function RefreshWhenSeen() {
  useRefreshWhenSeen();
  return null;
}
