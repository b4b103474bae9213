import { type Browser, type BrowserContext, chromium } from "@playwright/test";
import { ensureBrowser, FLAGS, LOCAL_FLAGS } from "@/e2e/support/browser";

/** Works with a browser of its own, which is closed at the end. */
export async function withBrowser(
  signal: AbortSignal,
  work: (browser: Browser) => Promise<void>,
): Promise<void> {
  const browser = await chromium.launch({
    executablePath: ensureBrowser(),
    args: [...FLAGS, ...LOCAL_FLAGS],
    ...{ handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false },
  });
  const close = () => void browser.close();
  signal.addEventListener("abort", close);
  try {
    await work(browser);
  } finally {
    signal.removeEventListener("abort", close);
    await browser.close();
  }
}

/** The browser of a new visitor; it takes gzip alone, in which the goals are stated. */
export function newcomer(browser: Browser): Promise<BrowserContext> {
  const viewport = { width: 360, height: 740 };
  return browser.newContext({ viewport, extraHTTPHeaders: { "accept-encoding": "gzip" } });
}
