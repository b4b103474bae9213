import { defineConfig } from "@playwright/test";

const { CHROMIUM_PATH, OUTPUT } = process.env;

/** A suite as anybody writes one with the kit, for `e2e/flows/kit-places.spec.ts` to run at places of its choice. */
export default defineConfig({
  outputDir: OUTPUT,
  fullyParallel: true,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [["list"], ["json"]],
  use: { launchOptions: { executablePath: CHROMIUM_PATH } },
});
