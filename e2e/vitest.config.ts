import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("..", import.meta.url));

export default defineConfig({
  root,
  resolve: { alias: { "@": root, "ingreso/testing": `${root}testing/index.ts` } },
  test: {
    include: [
      "{app,bench,commands,components,e2e,lib,local,prisma,server,testing}/**/*.test.{ts,tsx}",
      "*.test.ts",
    ],
    globalSetup: "e2e/support/unit/services.ts",
    setupFiles: "e2e/support/unit/file.ts",
    // a process a file: the product keeps its pool and its settings on globalThis
    pool: "forks",
    // one more than there may be cores: half of them wait for a process that starts
    maxWorkers: 3,
    // for what hangs: a busy machine takes five times as long, and that is no fault
    expect: { poll: { timeout: 15_000 } },
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
