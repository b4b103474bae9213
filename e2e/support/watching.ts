import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { chromium } from "@playwright/test";
import { withProfile } from "./browser";

/** What shows the tests to a person. */
const SHOWN = ["--ui", "--headed", "--debug"];

/**
 * What a person needs who looks on.
 * @param path of the browser that is there
 * @param options what Playwright is told
 * @returns a browser that has a window where one is asked for, and more options
 */
export function watchable(path: string, options: string[]): { path: string; more: string[] } {
  const shown = options.some((option) => SHOWN.includes(option));
  const placed = options.some((option) => /^--ui-(host|port)/.test(option));
  // Playwright would open its UI in a browser of its own, or in one that Google or Microsoft made
  const served = options.includes("--ui") && !placed && path !== chromium.executablePath();
  const more = served ? ["--ui-host=127.0.0.1", "--ui-port=0"] : [];
  return { path: (shown && withProfile(path)) || path, more };
}

/** What can be recorded here: a video takes a program of Playwright's own, and without it no page would open. */
export function recordable(say: (line: string) => void): string[] {
  const playwright = dirname(createRequire(import.meta.url).resolve("@playwright/test"));
  const asked = [join(playwright, "cli.js"), "install", "--dry-run", "ffmpeg"];
  const { stdout = "" } = spawnSync(process.execPath, asked, { encoding: "utf8" });
  const folder = /Install location:\s+(.+)/.exec(stdout)?.[1] ?? "";
  // a download that broke off leaves the folder without it
  if (existsSync(join(folder, "INSTALLATION_COMPLETE"))) return ["trace", "video"];
  say("no videos: npx playwright install ffmpeg");
  return ["trace"];
}
