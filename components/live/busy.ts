"use client";
import { useEffect, useRef, useState } from "react";

/** A quick answer shows nothing at all; a slow one shows that it is slow, without flickering. In ms. */
const SHOWN_AFTER = 150;
const SHOWN_AT_LEAST = 300;

/** Whether something is under way, and whether that should be seen. */
export function useBusy() {
  const [shown, setShown] = useState(false);
  const running = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const since = useRef<number | null>(null);

  function reset() {
    clearTimeout(timer.current);
    running.current = false;
    since.current = null;
    setShown(false);
  }

  function begin() {
    running.current = true;
    timer.current = setTimeout(() => {
      since.current = performance.now();
      setShown(true);
    }, SHOWN_AFTER);
  }

  async function end() {
    clearTimeout(timer.current);
    const seen = since.current === null ? SHOWN_AT_LEAST : performance.now() - since.current;
    if (seen < SHOWN_AT_LEAST)
      await new Promise((resolve) => setTimeout(resolve, SHOWN_AT_LEAST - seen));
    reset();
  }

  useEffect(() => {
    const revive = (event: PageTransitionEvent) => {
      if (!event.persisted) return;
      running.current = false;
      since.current = null;
      setShown(false);
    };
    addEventListener("pageshow", revive);
    return () => {
      removeEventListener("pageshow", revive);
      clearTimeout(timer.current);
    };
  }, []);

  return { shown, isRunning: () => running.current, begin, end };
}
