"use client";
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from "react";
import { FormEnd } from "../client/live-form";
import { stripToken } from "../client/token-stripper";

const Opening = createContext(true);

/**
 * Sends the form inside by itself, once a person is looking: a page that is prerendered or opened in the
 * background by a scanner stays as it is. Where that leads nowhere, the form waits for its button.
 * @param title of the tab while it is being opened
 */
export function LinkOpener({ title, children }: { title: string; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  const [opening, setOpening] = useState(true);
  const before = useRef<string | null>(null);
  useEffect(() => {
    const waiting = new AbortController();
    const open = () => {
      if (waiting.signal.aborted || !isLookedAt()) return;
      waiting.abort();
      stripToken();
      before.current = document.title;
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
  function stay() {
    setOpening(false);
    if (before.current !== null) document.title = before.current;
  }
  return (
    <FormEnd value={stay}>
      <Opening value={opening}>
        <div ref={place}>{children}</div>
      </Opening>
    </FormEnd>
  );
}

/** What is said while the link is being opened by itself, and where it waits for its button, as it does without scripts. */
export function WhileOpening({ said, otherwise }: { said: string; otherwise: string }) {
  const opening = useContext(Opening);
  return (
    <>
      <span className={opening ? "unscripted:hidden" : "hidden"}>{said}</span>
      <span className={opening ? "hidden unscripted:inline" : ""}>{otherwise}</span>
    </>
  );
}

function isLookedAt(): boolean {
  const prerendering = "prerendering" in document && document.prerendering === true;
  return !prerendering && document.visibilityState === "visible";
}
