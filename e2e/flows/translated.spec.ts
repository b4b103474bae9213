import type { Page } from "@playwright/test";
import { freshAddress } from "@/testing/address";
import { PASSWORD } from "@/testing/person/password";
import { tokenIn } from "@/testing/program";
import { expect, type Lab, type MakePerson, test } from "../support/fixtures";
import { elsewhere, part, row } from "../support/lab/account";
import { alertOn, enter } from "../support/lab/pages";
import { translate } from "../support/lab/translator";

// Every form of every page in a page that somebody else writes into: a translator, from before or after React came.
// The fixture `quiet` sees to it that nothing is thrown.

const SHORT = "corta";

/** Each journey ends as it does in an untouched page; `look` is called at every state of a page. */
type Journey = (stage: Stage, look: () => Promise<void>) => Promise<void>;
type Stage = { page: Page; lab: Lab; address: string; person: MakePerson; signedIn: MakePerson };

const JOURNEYS: Record<string, Journey> = {
  async "signing in"({ page, address, person }, look) {
    await person({ email: address });
    await page.goto("/login");
    await look();
    await enter(page, "", "");
    await expect(alertOn(page)).toContainText("Revisa 2 campos");
    await look();
    await page.getByLabel("Correo electrónico").fill("ana@gamil.com");
    await page.getByRole("button", { name: "ana@gmail.com" }).click();
    await expect(page.getByLabel("Correo electrónico")).toHaveValue("ana@gmail.com");
    await enter(page, address, "no es esta");
    await expect(alertOn(page)).toContainText("no coinciden");
    await look();
    await expect(page.getByLabel("Correo electrónico")).toHaveValue(address);
    await expect(page.getByLabel("Contraseña", { exact: true })).toHaveValue("no es esta");
    await page.getByRole("button", { name: "Mostrar contraseña" }).click();
    await page.getByRole("button", { name: "Ocultar contraseña" }).click();
    await enter(page, address, PASSWORD);
    await expect(page).toHaveURL("/cuenta");
  },

  async "a link by mail"({ page, lab, address, person }, look) {
    await person({ email: address });
    await page.goto("/login/correo");
    await look();
    await page.getByRole("button", { name: "Enviar link mágico" }).click();
    await expect(page.getByText("Escribe tu correo", { exact: true })).toBeVisible();
    await page.getByLabel("Correo electrónico").fill(address);
    await page.getByRole("button", { name: "Enviar link mágico" }).click();
    await expect(page).toHaveURL("/login/correo/enviado");
    const left = await page.getByRole("timer").textContent();
    await expect(page.getByRole("timer")).not.toHaveText(left ?? "");
    await look();
    await page.getByLabel("Código de 6 dígitos").fill("12");
    await page.getByRole("button", { name: "Ingresar con el código" }).click();
    await expect(page.getByText("Escribe los 6 dígitos del código.")).toBeVisible();
    await look();
    await lab.database.age("61 seconds");
    await page.reload();
    await page.getByRole("button", { name: "Reenviar link mágico" }).click();
    await expect(page.getByText("Enviamos otro link.")).toBeVisible();
    await expect(page.getByRole("timer")).toHaveText(/0:5\d/);
    await look();
    const { links } = await lab.inbox.wait(address);
    await page.goto(links[0] ?? "");
    await expect(page).toHaveURL("/cuenta");
  },

  async registering({ page, lab, address }, look) {
    await page.goto("/registro");
    await look();
    await page.getByRole("button", { name: "Crear cuenta" }).click();
    await expect(alertOn(page)).toContainText("Revisa 3 campos");
    await look();
    await page.getByLabel("Nombre").fill("Ana");
    await page.getByLabel("Correo electrónico").fill(address);
    await page.getByLabel("Contraseña", { exact: true }).fill(SHORT);
    await page.getByRole("button", { name: "Crear cuenta" }).click();
    await expect(page.getByText("Usa 8 caracteres o más.")).toBeVisible();
    await page.getByLabel("Contraseña", { exact: true }).fill(PASSWORD);
    await expect(page.getByText("Tiene 8 caracteres o más")).toBeVisible();
    await look();
    await page.getByRole("button", { name: "Crear cuenta" }).click();
    await expect(page).toHaveURL("/registro/enviado");
    await look();
    const [link = ""] = (await lab.inbox.wait(address)).links;
    await page.context().clearCookies();
    await page.goto(link);
    await look();
    await page.getByLabel("Nueva contraseña").fill(SHORT);
    await page.getByRole("button", { name: "Confirmar correo" }).click();
    await expect(page.getByText("Usa 8 caracteres o más.")).toBeVisible();
    await page.getByLabel("Nueva contraseña").fill(PASSWORD);
    await page.getByRole("button", { name: "Confirmar correo" }).click();
    await expect(page.getByText("Tu cuenta está lista.")).toBeVisible();
  },

  async "a forgotten password"({ page, lab, address, person }, look) {
    await person({ email: address });
    await page.goto("/recuperar");
    await look();
    await page.getByLabel("Correo electrónico").fill(address);
    await page.getByRole("button", { name: "Enviar instrucciones" }).click();
    await expect(page).toHaveURL("/recuperar/enviado");
    await look();
    const token = tokenIn(await lab.inbox.wait(address));
    await page.goto(`/recuperar/nueva?token=${token}`);
    await look();
    await page.getByLabel("Nueva contraseña").fill(SHORT);
    await page.getByRole("button", { name: "Guardar contraseña" }).click();
    await expect(page.getByText("Usa 8 caracteres o más.")).toBeVisible();
    await page.getByLabel("Nueva contraseña").fill(`${PASSWORD} y otra`);
    await page.getByRole("button", { name: "Guardar contraseña" }).click();
    await expect(page.getByText("Contraseña guardada.")).toBeVisible();
    await page.goto(`/recuperar/nueva?token=${token}`);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("ya se usó");
    await look();
  },

  async "the account"({ page, lab, address, signedIn }, look) {
    await signedIn({ email: address });
    await elsewhere(lab, address);
    await page.goto("/cuenta");
    await look();
    await page.getByText("Cambiar nombre").click();
    await page.getByLabel("Nombre").fill("...");
    await page.getByRole("button", { name: "Guardar", exact: true }).click();
    await expect(page.getByText("Escribe tu nombre con letras.")).toBeVisible();
    await page.getByLabel("Nombre").fill("Luisa");
    await page.getByRole("button", { name: "Guardar", exact: true }).click();
    await expect(page.getByText("Guardamos tu nombre.")).toBeVisible();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Hola, Luisa");
    await look();
    await row(page, "Sesiones abiertas", "Chrome en Windows").getByRole("button").click();
    await expect(page.getByText("Cerramos esa sesión.")).toBeVisible();
    await expect(part(page, "Actividad reciente")).toContainText("Cerraste una sesión");
  },

  async "proving oneself, another password, and the end"({ page, lab, address, signedIn }, look) {
    await signedIn({ email: address });
    await lab.database.age("11 minutes");
    await page.goto("/cuenta/contrasena");
    await expect(page).toHaveURL(/\/cuenta\/confirmar/);
    await look();
    await page.getByLabel("Contraseña", { exact: true }).fill("no es esta");
    await page.getByRole("button", { name: "Continuar" }).click();
    await expect(page.getByText("Esa no es tu contraseña.")).toBeVisible();
    await look();
    await page.getByLabel("Contraseña", { exact: true }).fill(PASSWORD);
    await page.getByRole("button", { name: "Continuar" }).click();
    await expect(page).toHaveURL("/cuenta/contrasena");
    await look();
    await page.getByLabel("Nueva contraseña").fill(SHORT);
    await page.getByRole("button", { name: "Guardar contraseña" }).click();
    await expect(page.getByText("Usa 8 caracteres o más.")).toBeVisible();
    await page.getByLabel("Nueva contraseña").fill(`${PASSWORD} y otra`);
    await page.getByRole("button", { name: "Guardar contraseña" }).click();
    await expect(page.getByText("Contraseña guardada.")).toBeVisible();
    await page.goto("/cuenta/eliminar");
    await look();
    await page.getByRole("button", { name: "Eliminar mi cuenta" }).click();
    await expect(page.getByText("Eliminamos tu cuenta.")).toBeVisible();
  },
};

for (const [title, journey] of Object.entries(JOURNEYS))
  for (const from of ["start", "load"] as const)
    test(`${title}: nothing is lost in a page that is translated from its ${from} on`, async ({
      page,
      lab,
      address,
      person,
      signedIn,
    }) => {
      await translate(page, from);
      await journey({ page, lab, address, person, signedIn }, async () =>
        expect(page.locator("font").first()).toBeAttached(),
      );
    });

test.describe("a page that React loses its way in", () => {
  test.use({ allowedErrors: [/NotFoundError|removed by somebody else|React error #4(18|23|25)/] });

  test("keeps its form, what was typed, and its answer", async ({ page, address, person }) => {
    await person({ email: address });
    await page.goto("/login");
    await page.getByLabel("Correo electrónico").fill(address);
    await page.getByLabel("Contraseña", { exact: true }).fill("no es esta");
    await page.evaluate(() => {
      for (const way of ["appendChild", "insertBefore", "removeChild"] as const) {
        const own = Node.prototype[way];
        Node.prototype[way] = () => {
          Node.prototype[way] = own as never;
          throw new DOMException("removed by somebody else", "NotFoundError");
        };
      }
    });
    await page.getByRole("button", { name: "Ingresar", exact: true }).click();
    await expect(alertOn(page)).toContainText("no coinciden");
    await expect(page.getByLabel("Correo electrónico")).toHaveValue(address);
    await expect(page.getByLabel("Contraseña", { exact: true })).toHaveValue("no es esta");
    await enter(page, address, PASSWORD);
    await expect(page).toHaveURL("/cuenta");
  });

  for (const [what, rewrite] of Object.entries({
    "lines between its elements": (html: string) => html.replace(/></g, ">\n<"),
    "no spaces at the ends of its texts": (html: string) => html.replace(/ <\/span>/g, "</span>"),
    "nodes beside its fields": (html: string) =>
      html.replace(/<input[^>]*>/g, "$&<span data-extension></span>"),
    "addresses hidden from robots": (html: string) =>
      html.replace(/>([^<>@\s]+@[^<>\s]+)</g, '><a class="hidden-address">[email protected]</a><'),
  }))
    test(`keeps what was typed before scripts came, with ${what}`, async ({
      page,
      address,
      person,
    }) => {
      await person({ email: address });
      let come = () => {};
      const scripts = new Promise<void>((resolve) => {
        come = resolve;
      });
      await page.route("**/assets/*.js", async (route) => {
        await scripts;
        await route.continue();
      });
      await page.route("/login", async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, body: outsideScripts(await response.text(), rewrite) });
      });
      await page.goto("/login", { waitUntil: "commit" });
      await page.getByLabel("Correo electrónico").fill(address);
      await page.getByLabel("Contraseña", { exact: true }).fill(PASSWORD);
      come();
      await expect(page.getByRole("button", { name: "Mostrar contraseña" })).toBeVisible();
      await expect(page.getByLabel("Correo electrónico")).toHaveValue(address);
      await expect(page.getByLabel("Contraseña", { exact: true })).toHaveValue(PASSWORD);
      await page.getByRole("button", { name: "Ingresar", exact: true }).click();
      await expect(page).toHaveURL("/cuenta");
    });
});

function outsideScripts(html: string, rewrite: (part: string) => string): string {
  const parts = html.split(/(<script\b[\s\S]*?<\/script>)/);
  return parts.map((part) => (part.startsWith("<script") ? part : rewrite(part))).join("");
}

test("an address that was hidden from robots on the way stays as it came", async ({ page }) => {
  const address = freshAddress();
  await page.route("/login/correo/enviado", async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(`>${address}<`, "><a>[email protected]</a><");
    await route.fulfill({ response, body });
  });
  await page.goto("/login/correo");
  await page.getByLabel("Correo electrónico").fill(address);
  await page.getByRole("button", { name: "Enviar link mágico" }).click();
  await expect(page.getByText("[email protected]")).toBeVisible();
  await expect(page.getByRole("timer")).toBeVisible();
});
