import { ensureBuild } from "@/local/build";
import { endWithSignals, tool } from "./runner/program";
import { ensureBrowser } from "./support/browser";

// `npm run e2e [-- what Playwright takes]`: the browser flows alone, here or against BASE_URL.

endWithSignals();
try {
  const browser = ensureBrowser();
  if (!process.env.BASE_URL) await ensureBuild();
  const { ok } = await tool(
    "playwright",
    ["test", "--config", "e2e/playwright.config.ts", ...process.argv.slice(2)],
    { env: { CHROMIUM_PATH: browser }, show: true },
  );
  process.exitCode = ok ? 0 : 1;
} catch (error) {
  console.error(`✗ ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
