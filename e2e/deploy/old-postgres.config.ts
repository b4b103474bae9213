import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Those that speak to the database. */
const ROOMS = [
  ...["activity", "auth", "database", "google", "http", "magic-link", "notice", "password"],
  ...["rate-limit", "recovery", "registration", "session", "token", "user"],
];

/** What npm test shows on PostgreSQL 18, shown on 14: every rule of `lib`, the migrations, and the production build. */
export default defineConfig({
  root,
  resolve: { alias: { "@": root } },
  test: {
    include: [
      `lib/{${ROOMS.join()}}/**/*.test.ts`,
      "{commands,prisma}/**/*.test.ts",
      "e2e/deploy/old-postgres.journeys.ts",
    ],
    globalSetup: "e2e/deploy/old-services.ts",
    setupFiles: "e2e/support/unit/file.ts",
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 300_000,
    hookTimeout: 120_000,
  },
});
