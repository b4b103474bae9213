import type { Page } from "@playwright/test";
import { freshAddress } from "@/testing/address";
import { PASSWORD } from "@/testing/person/password";
import { Program, tokenIn } from "@/testing/program";
import { expect, type Lab, type MakePerson, test } from "../support/fixtures";
import { askedFor } from "../support/lab/mail";
import { enter } from "../support/lab/pages";

// What a person is told does not depend on whether scripts run: one sentence a case, in both browsers.

type Case = [
  title: string,
  /** the page and what is done there */
  provoke: (page: Page, lab: Lab, address: string, person: MakePerson) => Promise<void>,
];

async function tryWrongly(lab: Lab, address: string, times: number) {
  const program = await Program.at(lab.app);
  for (let n = 0; n < times; n += 1)
    await program.post("/api/auth/callback/credentials", { email: address, password: `no ${n}` });
  await program.dispose();
}

async function ask(page: Page, lab: Lab, path: string, button: string, address: string) {
  await page.goto(lab.app + path);
  await page.getByLabel("Correo electrónico").fill(address);
  await page.getByRole("button", { name: button }).click();
}

async function typeCode(page: Page) {
  await page.getByLabel("Código de 6 dígitos").fill("000000");
  await page.getByRole("button", { name: "Ingresar con el código" }).click();
}

const CASES: Case[] = [
  [
    "a wrong password",
    async (page, lab, address) => {
      await page.goto(`${lab.app}/login`);
      await enter(page, address, PASSWORD);
    },
  ],
  [
    "half a minute to wait for a password",
    async (page, lab, address) => {
      await tryWrongly(lab, address, 10);
      await page.goto(`${lab.app}/login`);
      await enter(page, address, PASSWORD);
    },
  ],
  [
    "more than five minutes to wait for a password",
    async (page, lab, address) => {
      await tryWrongly(lab, address, 10);
      await lab.database.sql(
        `update "TryThrottle" set "slowedUntil" = clock_timestamp() + interval '15 min' where address = $1`,
        [address],
      );
      await page.goto(`${lab.app}/login`);
      await enter(page, address, PASSWORD);
    },
  ],
  [
    "a mail server that refuses",
    async (page, lab, address) => {
      await lab.inbox.fault({ mode: "refuse" });
      await ask(page, lab, "/recuperar", "Enviar instrucciones", address);
    },
  ],
  [
    "a wrong code",
    async (page, lab, address) => {
      await ask(page, lab, "/login/correo", "Enviar link mágico", address);
      await typeCode(page);
    },
  ],
  [
    "a code that is wrong five times",
    async (page, lab, address) => {
      await ask(page, lab, "/login/correo", "Enviar link mágico", address);
      await expect(page).toHaveURL(/enviado/);
      for (let n = 0; n < 5; n += 1)
        await page.request.post(`${lab.app}/api/auth/callback/email`, {
          headers: { accept: "application/json", "sec-fetch-site": "same-origin" },
          form: { code: "000000" },
        });
      await typeCode(page);
    },
  ],
  [
    "two fields that are wrong",
    async (page, lab) => {
      await page.goto(`${lab.app}/login`);
      await enter(page, "ana@", "x".repeat(129));
    },
  ],
  [
    "a form that is too big",
    async (page, lab, address) => {
      await page.goto(`${lab.app}/login`);
      await enter(page, address, "x".repeat(17_000));
    },
  ],
  [
    "a link that was used meanwhile",
    async (page, lab, address, person) => {
      await person({ email: address });
      const { asking, mail, link } = await askedFor(lab, "/recuperar/enviar", address);
      await page.goto(link);
      const form = { token: tokenIn(mail), password: "otra clave bien larga" };
      await asking.post("/recuperar/nueva/guardar", form);
      await asking.dispose();
      await page.getByLabel("Nueva contraseña").fill("y todavía una más larga");
      await page.getByRole("button", { name: "Guardar contraseña" }).click();
    },
  ],
];

/** The first of what stands there: a notice, a sentence at a field, a page's title, a bare text. */
async function told(page: Page): Promise<string> {
  const said = page.locator(
    '[role="alert"]:not(:empty), [id$="-error"], h1:has-text("ya se usó"), body > pre',
  );
  await expect(said.first()).toBeVisible();
  await expect(said.filter({ hasText: "…" })).toHaveCount(0);
  return ((await said.first().textContent()) ?? "").replace(/\d+ segundos?/, "N segundos");
}

for (const [title, provoke] of CASES)
  test(`with scripts and without them one sentence is read of ${title}`, async ({
    lab,
    browser,
    person,
  }) => {
    const read: string[] = [];
    for (const javaScriptEnabled of [true, false]) {
      const context = await browser.newContext({ javaScriptEnabled, locale: "es-CO" });
      const page = await context.newPage();
      // all of them come from one network
      await lab.database.sql('delete from "RangeHit"');
      try {
        await provoke(page, lab, freshAddress(), person);
        read.push(await told(page));
      } finally {
        await lab.inbox.fault({ mode: "none" });
        await context.close();
      }
    }
    expect(read[0]).toBe(read[1]);
    expect(read[0]).not.toContain("NaN");
  });
