import type { APIRequestContext } from "@playwright/test";
import { expect, test } from "ingreso/testing";

// Two workers at one place: what one of them breaks, the other never sees.

const TIMES = [1, 2, 3];
const headers = { accept: "application/json", "sec-fetch-site": "same-origin" };
const ask = async (request: APIRequestContext, email: string) =>
  (await request.post("/api/auth/signin/email", { headers, form: { email } })).status();

for (const time of TIMES) {
  test(`mails fail for whoever asked for that, ${time}`, async ({ request, inbox, clock }) => {
    await inbox.fault({ mode: "refuse" });
    for (const _ of TIMES) {
      expect(await ask(request, inbox.address)).toBe(502);
      await clock.pass("60 s");
    }
  });

  test(`mails come to whoever is beside them, ${time}`, async ({ request, inbox, clock }) => {
    for (const _ of TIMES) {
      expect(await ask(request, inbox.address)).toBe(200);
      await inbox.next();
      await clock.pass("60 s");
    }
  });
}
