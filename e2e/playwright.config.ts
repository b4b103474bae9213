import { defineConfig } from "@playwright/test";
import { ensureBrowser, FLAGS, LOCAL_FLAGS } from "./support/browser";

const { BASE_URL, CI, CHROMIUM_PATH, PLAYWRIGHT_JSON_OUTPUT_FILE, RECORD = "" } = process.env;

const report = ["html", { outputFolder: "../playwright-report", open: "never" }] as const;

export default defineConfig({
  testDir: "flows",
  testMatch: "*.spec.ts",
  outputDir: "../test-results",
  // against a deployment: only what needs no local service
  grep: BASE_URL ? /@anywhere/ : /./,
  fullyParallel: true,
  forbidOnly: Boolean(CI),
  retries: 0,
  // one more than there may be cores: much of a flow is waiting
  workers: 3,
  // for what hangs: the longest takes 46 s on a quiet machine, and a busy one takes three times as long
  timeout: 180_000,
  expect: { timeout: 15_000 },
  reporter: [
    ["list"],
    ...(PLAYWRIGHT_JSON_OUTPUT_FILE ? [["json"] as const] : []),
    ...(RECORD ? [report] : []),
  ],
  use: {
    baseURL: BASE_URL,
    locale: "es-CO",
    timezoneId: "America/Bogota",
    contextOptions: { reducedMotion: "reduce" },
    // recording takes an eighth of the time: `npm run e2e` does it, `npm test` does not
    trace: RECORD.includes("trace") ? "retain-on-failure" : "off",
    video: RECORD.includes("video") ? "retain-on-failure" : "off",
    launchOptions: {
      executablePath: CHROMIUM_PATH || ensureBrowser(),
      args: BASE_URL ? FLAGS : [...FLAGS, ...LOCAL_FLAGS],
    },
  },
});
