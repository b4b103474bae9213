import { freshAddress } from "@/testing/address";
import { Program } from "@/testing/program";
import { expect, test } from "../support/fixtures";

// What the kit gives around the services: inbox, clock, google, limits.

test("a test takes its own mails by link and code, and time passes for it alone", async ({
  page,
  place,
  lab,
  inbox,
  clock,
  limits,
}) => {
  const stranger = freshAddress();
  const program = await Program.at(place.app, limits.headers);
  await program.post("/api/auth/signin/email", { email: stranger });
  const [theirs] = (await lab.inbox.wait(stranger)).links;

  await page.goto("/login/correo");
  await page.getByLabel("Correo electrónico").fill(inbox.address);
  await page.getByRole("button", { name: "Enviar link mágico" }).click();
  await expect(page).toHaveURL("/login/correo/enviado");
  const mail = await inbox.next();
  expect(mail.to).toEqual([inbox.address]);
  expect(mail.code).toMatch(/^\d{6}$/);

  await clock.pass("30 minutes");
  await page.goto(mail.link);
  await page.getByRole("button", { name: "Enviar link mágico" }).click();
  await expect(page).toHaveURL("/login/correo/enviado");
  const again = await inbox.next(inbox.address, { subject: mail.subject });
  await page.goto(again.link);
  await expect(page.getByRole("button", { name: "Crear cuenta" })).toBeVisible();

  await page.context().clearCookies();
  await page.goto(theirs ?? "");
  await expect(page.getByRole("button", { name: "Crear cuenta" })).toBeVisible();
  await expect(page.getByLabel("Correo electrónico")).toHaveValue(stranger);
  expect(await inbox.all()).toHaveLength(2);
  await program.dispose();
});

test("Google says of its accounts what a test tells it to say", async ({ page, google }) => {
  const email = freshAddress("gmail.com");
  const byGoogle = page.getByRole("button", { name: "Iniciar sesión con Google" });
  await google.add({ email, name: "Ana Díaz" });
  await google.claims({ email_verified: false });
  await page.goto("/login");
  await byGoogle.click();
  await google.choose(page, email);
  await expect(page).toHaveURL("/registro/enviado");

  await google.claims({});
  await page.goto("/login");
  await byGoogle.click();
  await google.choose(page, email);
  await expect(page).toHaveURL("/cuenta");
});
