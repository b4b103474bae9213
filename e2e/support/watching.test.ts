import { describe, expect, it } from "vitest";
import { watchable } from "./watching";

describe("who looks on at the flows", () => {
  const HEADLESS = "/usr/bin/chromium-headless-shell";

  it.each([
    ["nothing", [], HEADLESS, 0],
    ["a trace", ["--trace", "on"], HEADLESS, 0],
    ["--headed", ["--headed"], "/usr/bin/chromium", 0],
    ["--ui", ["--ui"], "/usr/bin/chromium", 2],
    ["--ui at an address", ["--ui", "--ui-port=9000"], "/usr/bin/chromium", 0],
  ])(
    "gets a browser with a window, and the UI in one of the system, where asked for: %s",
    (_, options, path, more) => {
      const told = watchable(HEADLESS, options);
      expect([told.path, told.more.length]).toEqual([path, more]);
    },
  );
});
