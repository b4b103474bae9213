"use client";
import { useEffect, useEffectEvent, useRef, useState } from "react";

/** A quick answer shows nothing at all; a slow one shows that it is slow, without flickering. */
const SHOWN_AFTER_MS = 150;
const SHOWN_AT_LEAST_MS = 300;
/** A page that is being left and is here still after that was not left: the answer was a file, or none. */
const LEFT_WITHIN_MS = 5000;

type Timer = ReturnType<typeof setTimeout>;
const clear = (timers: Timer[]) => timers.splice(0).forEach(clearTimeout);

/**
 * Whether something is under way, and whether that should be seen. It never outlasts its cause: also a page that comes
 * back from the browser's cache, and one that is not left after all, has nothing under way.
 * @param onEnd called when that is over and the page is here
 */
export function useBusy(onEnd: () => void) {
  const [shown, setShown] = useState(false);
  const phase = useRef<"idle" | "sending" | "leaving">("idle");
  const since = useRef<number | null>(null);
  const timers = useRef<Timer[]>([]);

  function reset() {
    clear(timers.current);
    phase.current = "idle";
    since.current = null;
    setShown(false);
    onEnd();
  }

  function begin() {
    phase.current = "sending";
    const show = () => {
      since.current = performance.now();
      setShown(true);
    };
    timers.current.push(setTimeout(show, SHOWN_AFTER_MS));
  }

  /** The browser has been told to go on to another page. */
  function leave() {
    phase.current = "leaving";
    timers.current.push(setTimeout(reset, LEFT_WITHIN_MS));
  }

  async function end() {
    clear(timers.current);
    const seen = since.current === null ? SHOWN_AT_LEAST_MS : performance.now() - since.current;
    if (seen < SHOWN_AT_LEAST_MS)
      await new Promise((resolve) => setTimeout(resolve, SHOWN_AT_LEAST_MS - seen));
    reset();
  }

  const back = useEffectEvent(({ persisted }: PageTransitionEvent) => {
    if (persisted) reset();
  });
  const stopped = useEffectEvent(() => {
    if (phase.current === "leaving") reset();
  });
  useEffect(() => {
    const living = new AbortController();
    const { signal } = living;
    addEventListener("pageshow", back, { signal });
    if ("navigation" in window)
      window.navigation.addEventListener("navigateerror", stopped, { signal });
    const running = timers.current;
    return () => {
      living.abort();
      clear(running);
    };
  }, []);

  return { shown, isRunning: () => phase.current !== "idle", begin, leave, end };
}
