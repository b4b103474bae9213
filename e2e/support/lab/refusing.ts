import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type LaunchOptions } from "@playwright/test";
import { withProfile } from "../browser";

/** Chromium's own setting: no site may keep or read cookies. */
const PREFERENCES = { profile: { default_content_setting_values: { cookies: 2 } } };

/** Starts a browser whose owner has refused all cookies in its settings: every context of it refuses them. */
export async function refusingCookies(options: LaunchOptions) {
  const profile = mkdtempSync(join(tmpdir(), "ingreso-profile-"));
  mkdirSync(join(profile, "Default"));
  writeFileSync(join(profile, "Default", "Preferences"), JSON.stringify(PREFERENCES));
  const executablePath = withProfile(options.executablePath);
  const own = await chromium.launchPersistentContext(profile, { ...options, executablePath });
  return {
    browser: own.browser() as Browser,
    async close() {
      await own.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
