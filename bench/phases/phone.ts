import { fileURLToPath } from "node:url";
import type { Browser } from "@playwright/test";
import type { Contestant } from "../apps/contestant";
import type { Run } from "../context";
import { median } from "../statistics";
import { newcomer, withBrowser } from "./browser";

/** Lighthouse's slow 4G: bytes a second, and milliseconds that each request waits. */
const SLOW_4G = {
  downloadThroughput: (1_600 * 1000) / 8,
  uploadThroughput: (750 * 1000) / 8,
  latency: 150,
  offline: false,
};
const USABLE = fileURLToPath(new URL("usable.js", import.meta.url));
const QUARTER_OF_THE_CPU = 4;
const USABLE_WITHIN_MS = 30_000;

/**
 * A newcomer's sign-in page on slow 4G with a quarter of this machine's CPU: milliseconds from the navigation until its form
 * is usable. That is the first moment at which nothing else waits for the processor and the page is painted, its document is
 * read to the end, every script that it names has run (so what enhances the form is at work), and its first field is seen.
 */
export async function phone(run: Run): Promise<void> {
  const notes = run.section("Slow 4G, a quarter of the CPU");
  const all = await run.contestants();
  await withBrowser(run.stage.signal, async (browser) => {
    for (const one of all) {
      // the first one of a process is not like the others
      await usable(browser, one);
      const times: number[] = [];
      for (let load = 0; load < run.sizes.loads; load += 1) times.push(await usable(browser, one));
      const goal = one === all[0] ? { most: 750 } : undefined;
      notes.note(`sign-in page usable, ${one.app.name}`, median(times), "ms", goal);
    }
  });
}

async function usable(browser: Browser, { server, app }: Contestant): Promise<number> {
  const context = await newcomer(browser);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", SLOW_4G);
  await session.send("Emulation.setCPUThrottlingRate", { rate: QUARTER_OF_THE_CPU });
  await page.addInitScript({ path: USABLE });
  await page.goto(server.url + app.page, { waitUntil: "commit" });
  const found = await page.waitForFunction(() => Reflect.get(window, "usableAfter"), undefined, {
    timeout: USABLE_WITHIN_MS,
  });
  const time = Number(await found.jsonValue());
  await context.close();
  return time;
}
