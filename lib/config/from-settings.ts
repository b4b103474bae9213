import { type Settings, settings } from "./settings";

/** What follows from the settings alone, and a request asks for many times, is worked out once. */
export function fromSettings<T>(make: (settings: Settings) => T): () => T {
  let made: { of: Settings; value: T } | undefined;
  return () => {
    const of = settings();
    if (made?.of !== of) made = { of, value: make(of) };
    return made.value;
  };
}
