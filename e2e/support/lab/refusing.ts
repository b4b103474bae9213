import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type LaunchOptions,
} from "@playwright/test";
import { withProfile } from "../browser";

/** Chromium's own setting: no site may keep or read cookies. */
const PREFERENCES = { profile: { default_content_setting_values: { cookies: 2 } } };

/** Lets `use` have a browser whose owner has refused all cookies in its settings. */
export async function withCookiesRefused(
  options: LaunchOptions & BrowserContextOptions,
  use: (context: BrowserContext) => Promise<void>,
): Promise<void> {
  const profile = mkdtempSync(join(tmpdir(), "ingreso-profile-"));
  mkdirSync(join(profile, "Default"));
  writeFileSync(join(profile, "Default", "Preferences"), JSON.stringify(PREFERENCES));
  const executablePath = withProfile(options.executablePath);
  const context = await chromium.launchPersistentContext(profile, { ...options, executablePath });
  try {
    await use(context);
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
}
