import type { APIRequestContext } from "@playwright/test";
import { expect, test } from "ingreso/testing";

// What runs at a deployment, and what has to be left out there; each title is what the test asks for.

const headers = { accept: "application/json", "sec-fetch-site": "same-origin" };
const ask = (request: APIRequestContext, email: string) =>
  request.post("/api/auth/signin/email", { headers, form: { email } });

test("page", async ({ page, limits, place, database }) => {
  await page.goto("/cuenta");
  await expect(page.locator("input[name=email]").first()).toBeVisible();
  expect([limits.network, place.databaseUrl, database]).toEqual(["unknown", null, null]);
});

test("inbox", async ({ page, request, inbox }) => {
  await ask(request, inbox.address);
  const { link, code } = await inbox.next();
  expect(code).toMatch(/^\d{6}$/);
  await page.goto(link);
  await expect(page.locator("input[name=email]")).toHaveValue(inbox.address);
});

test("person", async ({ page, person, signIn }) => {
  const ana = await person({ name: "Ana Gómez" });
  await signIn(ana, "password", page);
  await expect(page.getByText(ana.email).first()).toBeVisible();
});

test("scanner", async ({ scanner, person }) => {
  await scanner.opens(await person());
});

test("doubleClicker", async ({ doubleClicker, inbox }) => {
  await doubleClicker.registers(inbox.address);
});

test("racer", async ({ racer, person }) => {
  await racer.asks(await person());
});

test("outage", async ({ outage, person }) => {
  await outage.mail(await person());
});

test("person with a passkey", async ({ person }) => {
  await person({ passkey: true });
});

test("inbox.fault", async ({ inbox }) => {
  await inbox.fault({ mode: "refuse" });
});

test("google", async ({ google }) => {
  await google.add({ email: "ana@gmail.com" });
});

test("clock", async ({ clock }) => {
  await clock.pass("30 minutes");
});

test("otp", async ({ otp }) => {
  await otp({ id: "1", secondStep: null });
});
