import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The same services as the unit tests stand on, one file after the other: each starts whole processes. */
export default defineConfig({
  root,
  resolve: { alias: { "@": root } },
  test: {
    include: ["e2e/deploy/*.deploy.ts"],
    globalSetup: "e2e/support/unit/services.ts",
    setupFiles: "e2e/support/unit/file.ts",
    pool: "forks",
    maxWorkers: 1,
    testTimeout: 300_000,
    hookTimeout: 600_000,
  },
});
