import { type BrowserContext, expect, type Page } from "@playwright/test";
import { freshAddress } from "@/testing/address";
import type { Lab } from "../fixtures";
import { register, signIn } from "./person";

/** Signs out in another tab. */
export async function leave(context: BrowserContext): Promise<Page> {
  const tab = await context.newPage();
  await tab.goto("/cuenta");
  await tab.getByRole("button", { name: "Cerrar sesión", exact: true }).click();
  await expect(tab).toHaveURL("/login");
  return tab;
}

/** Another person signs in there, who is new. @returns their address */
export async function change(context: BrowserContext, lab: Lab): Promise<string> {
  const other = freshAddress();
  await register(lab.app, lab.inbox, other);
  const tab = await leave(context);
  await signIn(tab, other);
  await tab.close();
  return other;
}
