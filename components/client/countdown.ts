"use client";
import { useEffect, useRef, useState } from "react";

/**
 * Counts down from the server's figure by the browser's monotonic clock, since its wall clock may be wrong.
 * @param seconds left, when the server answered
 * @param stamp changes with every answer of the server
 * @returns whole seconds left, never below 0
 */
export function useCountdown(seconds: number, stamp: string): number {
  const [left, setLeft] = useState(seconds);
  const first = useRef(true);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new stamp restarts the count
  useEffect(() => {
    const from = first.current ? answeredAt() : performance.now();
    first.current = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tick = () => {
      const rest = seconds * 1000 - (performance.now() - from);
      setLeft(Math.max(0, Math.ceil(rest / 1000)));
      if (rest > 0) timer = setTimeout(tick, (rest % 1000) + 5);
    };
    tick();
    return () => clearTimeout(timer);
  }, [seconds, stamp]);

  return left;
}

/** The first count began with the page's answer, before any script ran. */
function answeredAt(): number {
  const [navigation] = performance.getEntriesByType("navigation");
  return navigation instanceof PerformanceNavigationTiming ? navigation.responseStart : 0;
}
