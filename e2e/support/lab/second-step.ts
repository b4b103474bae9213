import type { Page } from "@playwright/test";
import { codeAt } from "@/lib/second-step/code";
import type { Database } from "@/testing/database";
import { bytesOf, otpOf } from "@/testing/otp";
import type { Lab } from "../fixtures";

/** What an authenticator app shows now, by the database's clock, before the step is on. @param typed the secret as the page shows it */
export async function codeOf(database: Database, typed: string): Promise<string> {
  const [row] = await database.sql<{ step: string }>(
    "select floor(extract(epoch from clock_timestamp()) / 30)::text as step",
  );
  return codeAt(BigInt(row?.step ?? 0), bytesOf(typed));
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

/** What the app shows once the step is on, and never a code that was used already. */
export async function nextCodeOf(database: Database, address: string, typed: string) {
  const [row] = await database.sql<{ id: string }>(`select id from "User" where email = $1`, [
    address,
  ]);
  return otpOf({ id: row?.id ?? "", secondStep: { secret: typed } }, database);
}
