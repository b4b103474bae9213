"use client";
import { type ReactNode, useEffect, useRef } from "react";
import { stripToken } from "./live/token-stripper";

/**
 * Sends the form inside by itself, once a person is looking: a page that is prerendered or opened in the
 * background by a scanner stays as it is.
 * @param title of the tab from then on
 */
export function LinkOpener({ title, children }: { title: string; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const waiting = new AbortController();
    const open = () => {
      if (waiting.signal.aborted || !isLookedAt()) return;
      waiting.abort();
      stripToken();
      document.title = title;
      place.current?.querySelector("form")?.requestSubmit();
    };
    const { signal } = waiting;
    document.addEventListener("visibilitychange", open, { signal });
    document.addEventListener("prerenderingchange", open, { signal });
    const timer = setTimeout(open);
    return () => {
      clearTimeout(timer);
      waiting.abort();
    };
  }, [title]);
  return <div ref={place}>{children}</div>;
}

function isLookedAt(): boolean {
  const prerendering = "prerendering" in document && document.prerendering === true;
  return !prerendering && document.visibilityState === "visible";
}
