import type { Page } from "@playwright/test";
import { codeAt } from "@/lib/second-step/code";
import type { Database } from "@/testing/database";
import type { Lab } from "../fixtures";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** What an authenticator app shows now, by the database's clock. @param typed the secret as the page shows it */
export async function codeOf(database: Database, typed: string): Promise<string> {
  const [row] = await database.sql<{ step: string }>(
    "select floor(extract(epoch from clock_timestamp()) / 30)::text as step",
  );
  return codeAt(BigInt(row?.step ?? 0), keyOf(typed));
}

/** RFC 4648 §6 */
function keyOf(typed: string): Buffer {
  const bits = [...typed.replace(/[^A-Z2-7]/g, "")]
    .map((one) => ALPHABET.indexOf(one).toString(2).padStart(5, "0"))
    .join("");
  return Buffer.from(bits.match(/.{8}/g)?.map((eight) => Number.parseInt(eight, 2)) ?? []);
}

/** Turns the second step of who is signed in on, as they do it. @returns the secret as the page shows it, and the recovery codes */
export async function turnOn(page: Page, { database }: Pick<Lab, "database">) {
  await page.goto("/cuenta/dos-pasos");
  await page.getByRole("button", { name: "Activar autenticación en dos pasos" }).click();
  const secret = (await page.locator("main code").textContent()) ?? "";
  await page.getByLabel("Código de tu app").fill(await codeOf(database, secret));
  await page.getByRole("button", { name: "Activar", exact: true }).click();
  await page.locator("main ol code").first().waitFor();
  return { secret, codes: await page.locator("main ol code").allTextContents() };
}

/** What the app shows once the code that was used is an old one. */
export async function nextCodeOf(database: Database, address: string, typed: string) {
  await database.sql(
    `update "Totp" t set "lastStep" = 0 from "User" u where u.id = t."userId" and u.email = $1`,
    [address],
  );
  return codeOf(database, typed);
}
