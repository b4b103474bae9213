import { expect, test } from "../support/fixtures";
import { askedFor } from "../support/lab/mail";

// Mail scanners open every link before the person does, as many times and in whatever way they like.

test("a link that scanners opened still opens the account, once", async ({ scanner, person }) => {
  await scanner.opens(await person());
});

test("the token leaves the address bar before it is used, and no referrer holds it", async ({
  page,
  lab,
  address,
  person,
}) => {
  await person({ email: address });
  const { link } = await askedFor(lab, "/api/auth/signin/email", address);

  await page.goto(link);
  await expect(page).toHaveURL(`${lab.app}/login/link`);
  const referrers: string[] = [];
  page.on("request", (request) => referrers.push(request.headers().referer ?? ""));
  await page.getByRole("button", { name: "Ingresar", exact: true }).click();
  await expect(page).toHaveURL(`${lab.app}/cuenta`);
  expect(referrers.filter((referrer) => referrer.includes("token"))).toEqual([]);

  await page.goto(link);
  await expect(page).toHaveURL(`${lab.app}/cuenta`);
});

test("a link opened in a background tab waits until it is seen", async ({
  page,
  lab,
  address,
  context,
  person,
  inbox,
}) => {
  await person({ email: address });
  await page.goto("/login/correo");
  await page.getByLabel("Correo electrónico").fill(address);
  await page.getByRole("button", { name: "Enviar link mágico" }).click();
  await expect(page).toHaveURL("/login/correo/enviado");
  const { link } = await inbox.next(address);

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
