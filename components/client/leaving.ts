/**
 * Hears, from now on, whether this page is being left for another.
 * @returns what to call in the end; says whether it is
 */
export function heedLeaving(): () => boolean {
  const heeding = new AbortController();
  let leaving = false;
  for (const event of ["beforeunload", "pagehide"])
    addEventListener(
      event,
      () => {
        leaving = true;
      },
      { signal: heeding.signal },
    );
  return () => {
    heeding.abort();
    return leaving;
  };
}
