import type { Browser } from "@playwright/test";
import { Program, tokenIn } from "@/testing/program";
import { expect, type Lab, test } from "../support/fixtures";
import { register } from "../support/lab/person";

// Mail scanners open every link before the person does, as many times and in whatever way they like.

async function visit(browser: Browser, link: string, scripts = true) {
  const context = await browser.newContext({ javaScriptEnabled: scripts });
  const page = await context.newPage();
  await page.goto(link, { waitUntil: "networkidle" });
  return { page, close: () => context.close() };
}

/** A program that asked for a link, and the mail that it got. */
async function ask(lab: Lab, address: string) {
  await register(lab.app, lab.inbox, address);
  const { id } = await lab.inbox.wait(address);
  const asking = await Program.at(lab.app);
  await asking.post("/api/auth/signin/email", { email: address });
  const mail = await lab.inbox.wait(address, id);
  return { asking, mail, link: mail.links[0] ?? "" };
}

test("a link that scanners opened still opens the account, once", async ({
  browser,
  lab,
  address,
}) => {
  const { asking, mail, link } = await ask(lab, address);
  const before = await lab.database.sql(
    'select * from "OneTimeToken" where address = $1 order by id',
    [address],
  );

  const scanner = { "user-agent": "Mozilla/5.0 (compatible; LinkScanner/1.0)" };
  const looks = [
    fetch(link, { method: "HEAD", headers: scanner }),
    fetch(link, { headers: scanner }),
    fetch(link, {
      headers: { ...scanner, purpose: "prefetch", "sec-purpose": "prefetch;prerender" },
    }),
    fetch(link, { headers: scanner }),
    fetch(`${lab.app}/api/auth/callback/email?token=${tokenIn(mail)}`, { headers: scanner }),
  ];
  expect((await Promise.all(looks)).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  const withScripts = await visit(browser, link);
  await expect(
    withScripts.page.getByRole("button", { name: "Ingresar", exact: true }),
  ).toBeVisible();
  const withoutScripts = await visit(browser, link, false);
  await expect(withoutScripts.page.getByText(address).first()).toBeVisible();
  await Promise.all([withScripts.close(), withoutScripts.close()]);

  const after = await lab.database.sql(
    'select * from "OneTimeToken" where address = $1 order by id',
    [address],
  );
  expect(after).toEqual(before);
  const used = await asking.post("/api/auth/callback/email", { token: tokenIn(mail) });
  expect(used.status()).toBe(200);
  expect(await asking.address()).toBe(address);
});

test("the token leaves the address bar before it is used, and no referrer holds it", async ({
  browser,
  lab,
  address,
}) => {
  const { link } = await ask(lab, address);

  const elsewhere = await visit(browser, link);
  await expect(elsewhere.page).toHaveURL(`${lab.app}/login/link`);
  const referrers: string[] = [];
  elsewhere.page.on("request", (request) => referrers.push(request.headers().referer ?? ""));
  await elsewhere.page.getByRole("button", { name: "Ingresar", exact: true }).click();
  await expect(elsewhere.page).toHaveURL(`${lab.app}/cuenta`);
  expect(referrers.filter((referrer) => referrer.includes("token"))).toEqual([]);

  await elsewhere.page.goto(link);
  await expect(elsewhere.page).toHaveURL(`${lab.app}/cuenta`);
  await elsewhere.close();
});

test("a link opened in a background tab waits until it is seen", async ({
  page,
  lab,
  address,
  context,
}) => {
  await register(lab.app, lab.inbox, address);
  const { id } = await lab.inbox.wait(address);
  await page.goto("/login/correo");
  await page.getByLabel("Correo electrónico").fill(address);
  await page.getByRole("button", { name: "Enviar link mágico" }).click();
  await expect(page).toHaveURL("/login/correo/enviado");
  const [link = ""] = (await lab.inbox.wait(address, id)).links;

  const hidden = await context.newPage();
  await hidden.addInitScript(() => {
    let state = "hidden";
    Object.defineProperty(document, "visibilityState", { get: () => state });
    addEventListener("shown", () => {
      state = "visible";
      document.dispatchEvent(new Event("visibilitychange"));
    });
  });
  await hidden.goto(link, { waitUntil: "networkidle" });
  await expect(hidden).toHaveURL(/\/login\/link/);
  const [token] = await lab.database.sql<{ usedAt: Date | null }>(
    `select "usedAt" from "OneTimeToken" where address = $1 and purpose = 'magic-link'`,
    [address],
  );
  expect(token?.usedAt).toBeNull();
  await hidden.evaluate(() => dispatchEvent(new Event("shown")));
  await expect(hidden).toHaveURL(`${lab.app}/cuenta`);
});
