import type { Page } from "@playwright/test";
import type { Person, SignInWay, Wanted } from "ingreso/testing";
import { Mine } from "@/testing/mine";
import { byRegistering } from "@/testing/person/making";
import { People } from "@/testing/person/people";
import { placeOf } from "@/testing/place";
import { signInAt } from "@/testing/sign-in/sign-in";
import { expect, test } from "../support/fixtures";

// The kit's people and their ways in. In two languages: the kit finds fields and forms by their names, not by their words.

const MIXES: { wanted?: Wanted; ways: SignInWay[] }[] = [
  { ways: ["password", "link"] },
  { wanted: { google: true }, ways: ["google", "code"] },
  { wanted: { passkey: true, secondStep: true, language: "pt-BR" }, ways: ["passkey", "link"] },
  {
    wanted: { password: "otra clave de prueba", google: true, secondStep: true, language: "en" },
    ways: ["password", "google", "code"],
  },
];

/** Everybody whom a test of this worker made. */
const made: Person[] = [];

const whoIsOn = async (page: Page): Promise<unknown> =>
  (await (await page.request.get("/api/auth/session")).json()).user;

test.afterAll(async ({ database }) => {
  const left = await database?.sql(`select email from "User" where id = any($1::uuid[])`, [
    made.map(({ id }) => id),
  ]);
  expect(left).toEqual([]);
});

for (const { locale, javaScriptEnabled } of [
  { locale: "es-CO", javaScriptEnabled: true },
  { locale: "en-US", javaScriptEnabled: true },
  { locale: "es-CO", javaScriptEnabled: false },
])
  test.describe(`${locale}, ${javaScriptEnabled ? "with" : "without"} scripts`, () => {
    test.use({ locale, javaScriptEnabled });

    test("each mix of ways in signs in by each of them, with the second step where it is on", async ({
      browser,
      person,
      signIn,
    }) => {
      async function walk({ wanted, ways }: (typeof MIXES)[number]) {
        const one = await person(wanted);
        made.push(one);
        // one after the other: a code of the app works once
        for (const way of ways.filter((each) => javaScriptEnabled || each !== "passkey"))
          await test.step(`${JSON.stringify(wanted) ?? "nothing said"} by ${way}`, async () => {
            const context = await browser.newContext();
            const page = await context.newPage();
            await signIn(one, way, page);
            await expect(page).toHaveURL("/cuenta");
            expect(await whoIsOn(page)).toMatchObject({ id: one.id, email: one.email });
            await context.close();
          });
      }
      await Promise.all(MIXES.map(walk));
    });
  });

test("a session that is made without a page is the product's own: listed by its way in, and ended by its person", async ({
  browser,
  person,
  signIn,
}) => {
  const ways = { google: true, passkey: true };
  const ana = await person({ name: "Ana Gómez", ...ways, secondStep: true });
  const open = async (way: SignInWay) =>
    (await browser.newContext({ storageState: await signIn(ana, way) })).newPage();
  const [own, other] = [await open("passkey"), await open("google")];
  await own.goto("/cuenta");
  await expect(own).toHaveURL("/cuenta");
  await expect(own.getByText("Ana Gómez").first()).toBeVisible();
  expect(await whoIsOn(own)).toEqual({ id: ana.id, name: ana.name, email: ana.email });
  // what asks who has not proved themselves lately takes it
  await own.goto("/cuenta/dos-pasos");
  await expect(own).toHaveURL("/cuenta/dos-pasos");

  await own.goto("/cuenta");
  const listed = own.locator("#sesiones li");
  await expect(listed).toHaveCount(2);
  await expect(listed.first()).toContainText("Llave de acceso");
  await listed.last().getByRole("button").click();
  await expect(listed).toHaveCount(1);
  await other.goto("/cuenta");
  await expect(other).toHaveURL(({ pathname }) => pathname === "/login");
});

test("the authenticator of the page holds this test's people, and signs in the one who is asked for", async ({
  page,
  context,
  authenticator,
  person,
  signIn,
}) => {
  const [ana, luis] = [await person({ passkey: true }), await person({ passkey: true })];
  expect(await authenticator.keys()).toHaveLength(2);
  for (const one of [luis, ana, luis]) {
    await signIn(one, "passkey", page);
    expect(await whoIsOn(page)).toMatchObject({ id: one.id });
    await context.clearCookies();
  }
  const { password } = await person();
  expect(password).not.toBeNull();
  expect(await authenticator.keys()).toHaveLength(2);
  // while it is there, a form is filled in all the same
  await signIn(ana, "link", page);
  expect(await whoIsOn(page)).toMatchObject({ id: ana.id });
});

test("what cannot be is said: a way that nobody has, a wrong password, a page where somebody is signed in", async ({
  page,
  person,
  signIn,
}) => {
  const ana = await person();
  await expect(signIn(ana, "google", page)).rejects.toThrow("was made without google");
  const wrong = { ...ana, password: "no es esta clave" };
  // to the page's script in words, and where that has not come yet by where the browser is led
  await expect(signIn(wrong, "password", page)).rejects.toThrow(
    /contraseña|led back to \/login\?error=CredentialsSignin/,
  );
  await signIn(ana, "password", page);
  await expect(signIn(ana, "password", page)).rejects.toThrow("somebody is signed in");
});

test("at a deployment a person registers by mail, signs in by password or mail, and deletes the account at the end", async ({
  page,
  browser,
  lab,
  mailbox,
  database,
}) => {
  if (!mailbox) throw new Error("no mailbox");
  const place = placeOf({ BASE_URL: lab.app, INBOX_URL: lab.inbox.origin });
  const lacks = (wanted: string): never => {
    throw new Error(`left out: ${wanted}`);
  };
  const people = new People(byRegistering(place, mailbox, lacks), new Mine());
  const signIn = signInAt({
    ...{ place, database: null, network: "unknown", lacks },
    magicLink: (to, ask) => mailbox.magicLink(to, ask),
  });
  const ana = await people.make({ name: "Ann Smith", language: "en" });
  const context = await browser.newContext({ storageState: await signIn(ana) });
  const own = await context.newPage();
  await own.goto("/cuenta");
  await expect(own.getByText("Ann Smith").first()).toBeVisible();
  expect(await whoIsOn(own)).toEqual({ id: ana.id, name: "Ann Smith", email: ana.email });
  await signIn(ana, "code", page);

  await expect(people.make({ google: true })).rejects.toThrow("left out: person({ google: true })");
  await expect(signIn(ana, "google")).rejects.toThrow('left out: signIn(person, "google")');
  await people.forget();
  expect(await database?.sql(`select from "User" where id = $1`, [ana.id])).toEqual([]);
});
