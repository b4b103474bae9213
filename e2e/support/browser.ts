import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { chromium } from "@playwright/test";

/** There is no browser, and none could be installed. */
export class NoBrowser extends Error {
  override readonly name = "NoBrowser";
}

const isRoot = process.getuid?.() === 0;
const START_MS = 15_000;
const DOWNLOAD_MS = 300_000;

/**
 * What a browser makes for each new window and no test looks at: two pages behind the address bar, and a spare process.
 * Without them a test takes half the work.
 */
const UNSEEN = ["WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "SpareRendererForSitePerProcess"];

/** Playwright's own list, since the last of two such flags counts (`chromiumSwitches.ts` there). */
const OF_PLAYWRIGHT = [
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsUpgrades",
  "HttpsFirstBalancedModeAutoEnable",
  "LensOverlay",
  "MediaRouter",
  "PaintHolding",
  "ThirdPartyStoragePartitioning",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "OptimizationHints",
  "NetworkTimeServiceQuerying",
  "AimEnabled",
  "PreconnectToSearch",
];

/** As root a browser has no sandbox to build; a picture is drawn without imitating a graphics card. */
export const FLAGS = [
  `--disable-features=${[...OF_PLAYWRIGHT, ...UNSEEN].join()}`,
  ...(isRoot ? ["--no-sandbox"] : []),
  "--disable-gpu",
  "--disable-software-rasterizer",
];

/** Nothing of the browser's own leaves the machine. */
export const LOCAL_FLAGS = [
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1, EXCLUDE ::1",
  "--no-proxy-server",
];

/** Debian's Chromium, and the same without what only a window shows, as Playwright runs it where it may download one. */
const WHOLE = "/usr/bin/chromium";
const HEADLESS = "/usr/bin/chromium-headless-shell";

/** The one of a path that has a profile, and so reads preferences. */
export const withProfile = (path: string | undefined) => (path === HEADLESS ? WHOLE : path);

const PLACES: Partial<Record<NodeJS.Platform, string[]>> = {
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ],
  linux: [
    WHOLE,
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome-stable",
    "/usr/bin/google-chrome",
    "/opt/google/chrome/chrome",
    "/snap/bin/chromium",
    "/usr/bin/microsoft-edge",
  ],
};

/**
 * A Chromium that starts: the one `CHROMIUM_PATH` names, Playwright's own, one of the system, or one installed now.
 * @returns its path
 * @throws {NoBrowser} with what a person can do about it
 */
export function ensureBrowser(say: (line: string) => void = console.log): string {
  const named = process.env.CHROMIUM_PATH;
  if (named && !starts(named)) throw new NoBrowser(`CHROMIUM_PATH=${named} does not start`);
  const found = named || findBrowser();
  if (found) return found;
  say("no Chromium or Chrome here; installing one");
  const installed = installWithPlaywright(say) ?? installWithApt(say);
  if (installed) return installed;
  throw new NoBrowser(
    "no browser: install Chrome or Chromium, run `npx playwright install chromium`, or set CHROMIUM_PATH=/path/to/it",
  );
}

function findBrowser(): string | undefined {
  const found = [chromium.executablePath(), ...(PLACES[process.platform] ?? [])].find(starts);
  return found === WHOLE && starts(HEADLESS) ? HEADLESS : found;
}

function starts(path: string): boolean {
  if (!existsSync(path)) return false;
  return spawnSync(path, ["--version"], { stdio: "ignore", timeout: START_MS }).status === 0;
}

function installWithPlaywright(say: (line: string) => void): string | undefined {
  say("  playwright install chromium …");
  const playwright = dirname(createRequire(import.meta.url).resolve("@playwright/test"));
  const run = spawnSync(process.execPath, [join(playwright, "cli.js"), "install", "chromium"], {
    stdio: ["ignore", "ignore", "ignore"],
    timeout: DOWNLOAD_MS,
    env: { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "8000" },
  });
  const path = chromium.executablePath();
  if (run.status === 0 && starts(path)) return path;
  say("  that did not work");
  return undefined;
}

function installWithApt(say: (line: string) => void): string | undefined {
  if (!isRoot || !existsSync("/usr/bin/apt-get")) return undefined;
  const install = ["install", "--yes", "--no-install-recommends"];
  const steps = [
    ["update"],
    [...install, "chromium", "fonts-liberation"],
    [...install, "chromium-headless-shell"],
  ];
  for (const step of steps) {
    say(`  apt-get ${step.join(" ")} …`);
    spawnSync("apt-get", ["--quiet", ...step], {
      stdio: "ignore",
      timeout: DOWNLOAD_MS,
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  }
  const path = findBrowser();
  if (!path) say("  that did not work");
  return path;
}
