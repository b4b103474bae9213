import type { Page } from "@playwright/test";
import { Authenticator } from "@/testing/authenticator";
import { expect, test } from "../support/fixtures";
import { part, row } from "../support/lab/account";
import { alertOn, alive } from "../support/lab/pages";
import { givePasskeys, SEVERAL } from "../support/lab/passkeys";

// Passkeys in a browser: Chromium's own authenticator makes them and signs, real from end to end.

const PAGE = "/cuenta/llaves";
const ADD = { name: "Agregar llave de acceso" };
const SIGN_IN = { name: "Ingresar con llave de acceso" };
const REMOVE = { name: "Eliminar", exact: true };
const ACTIVITY = "Actividad reciente";

async function add(page: Page): Promise<void> {
  await page.goto(PAGE);
  await page.getByRole("button", ADD).click();
  await expect(page.getByText("Agregaste una llave de acceso.")).toBeVisible();
}

const signOut = (page: Page) => page.context().clearCookies();

/** As Safari, which offers nothing in fields here, and rejects what is called off with an empty object. */
async function offerNothing(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const { credentials } = navigator;
    const get = credentials.get.bind(credentials);
    let offers = 0;
    credentials.get = (options) =>
      options?.mediation === "conditional"
        ? new Promise((_, reject) => {
            offers += 1;
            document.documentElement.dataset.offers = String(offers);
            options.signal?.addEventListener("abort", () => {
              document.documentElement.dataset.calledOff = "";
              reject({});
            });
          })
        : get(options);
  });
}

/** As a browser before WebAuthn's JSON. */
function withoutJson(): void {
  for (const name of ["parseCreationOptionsFromJSON", "parseRequestOptionsFromJSON"])
    Reflect.deleteProperty(PublicKeyCredential, name);
  Reflect.deleteProperty(PublicKeyCredential.prototype, "toJSON");
}

/** As a password manager in the browser's place: what it gives looks like a credential, and is none. */
function standIn(): void {
  const { credentials } = navigator;
  const copy = (credential: Credential | null) => {
    const { id, type, rawId, authenticatorAttachment, response } =
      credential as PublicKeyCredential;
    const own = { id, type, rawId, authenticatorAttachment, response };
    const properties = Object.entries(own).map(([name, value]) => [name, { value }]);
    return Object.create(PublicKeyCredential.prototype, Object.fromEntries(properties));
  };
  const [get, create] = [credentials.get, credentials.create];
  credentials.get = (options) => get.call(credentials, options).then(copy);
  credentials.create = (options) => create.call(credentials, options).then(copy);
}

/** Which of our scripts come. */
function scriptsOf(page: Page): Set<string> {
  const scripts = new Set<string>();
  page.on("request", (request) => {
    const [, name] = /\/assets\/([a-z-]+)\.\w+\.js$/.exec(request.url()) ?? [];
    if (name) scripts.add(name);
  });
  return scripts;
}

for (const [who, act] of [
  ["a browser that does not speak WebAuthn's JSON", withoutJson],
  ["a password manager in the browser's place", standIn],
] as const)
  test(`${who} adds a passkey, and signs in by it`, async ({ page, arrived }) => {
    const scripts = scriptsOf(page);
    await arrived();
    await Authenticator.at(page);
    await page.addInitScript(act);
    await add(page);
    expect(scripts).toContain("passkey-json");
    await signOut(page);
    await offerNothing(page);
    await page.goto(`/login?callbackUrl=${PAGE}`);
    await page.getByRole("button", SIGN_IN).click();
    await expect(page).toHaveURL(PAGE);
    await expect(page.getByText("último uso")).toBeVisible();
  });

test("a passkey is added, signs in by the button and from the field, is renamed, and goes", async ({
  page,
  arrived,
  inbox,
}) => {
  const scripts = scriptsOf(page);
  const { email: address } = await arrived();
  const authenticator = await Authenticator.at(page, { backedUp: true });
  await part(page, "Llaves de acceso").getByRole("link", ADD).click();
  await expect(page).toHaveURL(PAGE);
  await page.getByRole("button", ADD).click();
  await expect(page.getByText("Agregaste una llave de acceso.")).toBeVisible();
  await expect(page.getByText("Se guarda en tu administrador de contraseñas")).toBeVisible();
  await inbox.next(address, { subject: "llave de acceso" });
  await page.getByRole("button", ADD).click();
  await expect(page.getByText("Tu equipo ya tiene una llave de acceso")).toBeVisible();

  await page.getByRole("link", { name: "Cambiar nombre" }).click();
  await page.getByLabel("Nombre").fill("Caja <b>");
  await page.getByRole("button", { name: "Guardar" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Caja <b>" })).toContainText(
    "sin usar todavía",
  );

  // from the field of the address, without a click
  await signOut(page);
  await page.goto(`/login?callbackUrl=${PAGE}`);
  await expect(page).toHaveURL(PAGE);
  await expect(page.getByText("último uso")).toBeVisible();
  expect(scripts).not.toContain("passkey-json");

  // a copy that was used less often
  const [key] = await authenticator.keys();
  if (!key) throw new Error("the authenticator has no key");
  await authenticator.put({ ...key, signCount: 0 });
  await signOut(page);
  await page.goto("/login");
  await expect(page).toHaveURL("/cuenta");
  await expect(row(page, ACTIVITY, "Ingresaste con llave de acceso")).not.toHaveCount(0);
  await expect(row(page, ACTIVITY, "Una llave de acceso pudo haberse copiado")).toHaveCount(1);

  await page.goto(PAGE);
  await page.getByRole("button", REMOVE).click();
  await expect(page.getByText("Eliminaste la llave de acceso.")).toBeVisible();
  await expect.poll(() => authenticator.keys()).toEqual([]);

  // whoever has it still is told, and its keeper too
  await authenticator.put(key);
  await signOut(page);
  await page.goto("/login");
  await expect(alertOn(page)).toHaveText(
    "Esa llave de acceso ya no sirve aquí. Ingresa de otra forma.",
  );
  await expect.poll(() => authenticator.keys()).toEqual([]);
});

test("the button calls off what the field offers; who says no is told nothing; an old challenge is asked for anew", async ({
  page,
  arrived,
}) => {
  await arrived();
  const authenticator = await Authenticator.at(page);
  await add(page);
  await signOut(page);
  await offerNothing(page);
  await page.clock.install();
  await page.goto("/login?callbackUrl=/cuenta/correo");
  const button = page.getByRole("button", SIGN_IN);
  await authenticator.verified(false);
  await expect(page.locator("html[data-called-off]")).toHaveCount(0);
  await button.click();
  await expect(page.locator("html[data-called-off]")).toHaveCount(1);
  // the no was heard: the field offers it again
  await expect(page.locator("html[data-offers='2']")).toHaveCount(1);
  await expect(alertOn(page)).toHaveCount(0);
  await authenticator.verified(true);

  const renewed = page.waitForRequest("**/api/auth/signin/passkey");
  await page.clock.fastForward("10:00");
  await renewed;
  await button.click();
  await expect(page).toHaveURL("/cuenta/correo");

  // by Back, in another person's place, nothing is left of it
  await signOut(page);
  await page.goto("/login");
  await page.goto("/registro");
  await page.goBack();
  await button.click();
  await expect(page).toHaveURL("/cuenta");
});

test("a passkey confirms who one is", async ({ page, lab, arrived }) => {
  await arrived();
  await Authenticator.at(page);
  await add(page);
  await lab.database.age("11 minutes");
  await page.goto(PAGE);
  await page.getByRole("button", ADD).click();
  await expect(page).toHaveURL(/\/cuenta\/confirmar\?callbackUrl=/);
  await page.getByRole("button", { name: "Usar llave de acceso" }).click();
  await expect(page).toHaveURL(PAGE);
});

test("of two tabs that add one at once both come to an end, and the twenty-first is refused", async ({
  page,
  lab,
  arrived,
}) => {
  const { email: address } = await arrived();
  await givePasskeys(lab, address, Array(18).fill({}));
  const other = await page.context().newPage();
  for (const tab of [page, other]) {
    await Authenticator.at(tab);
    await tab.goto(PAGE);
  }
  const ends = [page, other].map((tab) => tab.waitForEvent("load"));
  await Promise.all([page, other].map((tab) => tab.getByRole("button", ADD).click()));
  await Promise.all(ends);
  // the word of it is in a cookie, and so in one of them
  const rows = `select from "Passkey" p join "User" u on u.id = p."userId" where email = $1`;
  await expect.poll(async () => (await lab.database.sql(rows, [address])).length).toBe(20);
  await page.goto(PAGE);
  await page.getByRole("button", ADD).click();
  await expect(alertOn(page)).toContainText("Ya tienes 20 llaves de acceso.");
  await page.reload();
  await expect(page.getByRole("button", REMOVE)).toHaveCount(20);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("passkeys are seen, renamed and removed, and what cannot be done says so", async ({
    page,
    lab,
    address,
    signedIn,
  }) => {
    await page.goto("/login");
    await expect(page.getByRole("button", SIGN_IN)).toHaveCount(0);
    await signedIn({ email: address });
    await givePasskeys(lab, address, SEVERAL);
    await page.goto(PAGE);
    await expect(page.getByText("Se guarda en tu cuenta de Google")).toBeVisible();
    await expect(page.getByText("Windows Hello · Solo está en el dispositivo")).toBeVisible();
    await expect(page.getByRole("button", ADD)).toHaveCount(0);
    await expect(page.getByText("hace falta un navegador actualizado")).toBeVisible();
    await page.getByRole("link", { name: "Cambiar nombre" }).first().click();
    await page.getByLabel("Nombre").fill("");
    await page.getByLabel("Nombre").fill("n".repeat(81));
    await page.getByRole("button", { name: "Guardar" }).click();
    await expect(page.getByText("Usa 80 caracteres o menos.").first()).toBeVisible();
    await page.getByLabel("Nombre").fill("Teléfono de la tienda");
    await page.getByRole("button", { name: "Guardar" }).click();
    const renamed = page.getByRole("listitem").filter({ hasText: "Teléfono de la tienda" });
    await renamed.getByRole("button", REMOVE).click();
    await expect(page.getByText("Eliminaste la llave de acceso.")).toBeVisible();
    await expect(page.getByRole("button", REMOVE)).toHaveCount(2);
  });
});

test("without WebAuthn nothing of it shows, and the page of passkeys says why", async ({
  page,
  arrived,
}) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, "PublicKeyCredential"));
  await page.goto("/login");
  await expect(page.locator("[data-passkey=room]")).toBeHidden();
  await expect(page.getByRole("button", SIGN_IN)).toHaveCount(0);
  await arrived();
  await expect(page.locator("[data-passkey=offer]")).toBeHidden();
  await page.goto(PAGE);
  await expect(page.getByText("hace falta un navegador actualizado")).toBeVisible();
  await expect(page.getByRole("button", ADD)).toHaveCount(0);
});

test("after a password the browser makes one by itself, once; where it does not, the account offers it once", async ({
  page,
  person,
  signIn,
}) => {
  // Chromium makes one by itself for a password of its own manager alone, which has no tool
  await page.addInitScript(() => {
    const { credentials } = navigator;
    const create = credentials.create.bind(credentials);
    credentials.create = ({ publicKey, signal, ...how } = {}) => {
      if (!("mediation" in how) || how.mediation !== "conditional") throw new Error("asked");
      return create({ publicKey, signal } as CredentialCreationOptions);
    };
  });
  const authenticator = await Authenticator.at(page);
  await signIn(await person(), "password", page);
  await expect(page.getByText("Creamos una llave de acceso")).toBeVisible();
  await expect(page.getByText("Tienes una llave de acceso")).toBeVisible();
  await page.getByRole("link", { name: "tus llaves de acceso" }).click();
  await expect(page).toHaveURL(PAGE);
  expect(await authenticator.keys()).toHaveLength(1);

  await page.getByRole("button", REMOVE).click();
  await expect(page.getByText("Eliminaste la llave de acceso.")).toBeVisible();
  await expect.poll(() => authenticator.keys()).toEqual([]);
  // who removed it does not get another one unasked
  await page.goto("/cuenta");
  await expect(page.locator("[data-passkey=upgrade]")).toHaveCount(0);
  const offer = page.getByRole("region", { name: "¿La próxima vez sin contraseña?" });
  await offer.getByRole("button", { name: "Ahora no" }).click();
  await expect(offer).toBeHidden();
  await page.reload();
  await alive(page);
  await expect(offer).toBeHidden();
  expect(await authenticator.keys()).toEqual([]);
});
