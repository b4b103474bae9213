import type { Page } from "@playwright/test";
import { freshAddress } from "@/testing/address";
import { PASSWORD } from "@/testing/person/password";
import { endpoints } from "../fuzz/endpoints";
import { expect, type Lab, test } from "../support/fixtures";
import { alertOn } from "../support/lab/pages";

// Two tabs of one browser: what one of them shows, the other may have made another person's.

/** Shown after a mail was asked for, or by its link. */
const BY_MAIL = /^\/cuenta\/correo\/(enviado|confirmar|deshacer)$/;
const OWN_PAGES = endpoints()
  .filter(({ method, path }) => method === "GET" && path.startsWith("/cuenta"))
  .map(({ path }) => path)
  .filter((path) => !BY_MAIL.test(path))
  .sort();
const REFUSED = "Esa página era de otra cuenta y no cambiamos nada.";
const NAME = "Un nombre que Ana escribió";

/** What happened to somebody, as far as it is kept. */
async function kept(lab: Lab, address: string) {
  const [account] = await lab.database.sql(
    `select name, "passwordHash", (select count(*)::int from "Session" s where s."userId" = u.id and s."endedAt" is null) as open
     from "User" u where email = $1`,
    [address],
  );
  const activity = await lab.database.sql(
    `select event from "Activity" where address = $1 order by id`,
    [address],
  );
  const tries = await lab.database.sql(`select * from "TryThrottle" where address = $1`, [address]);
  return { account, activity, tries };
}

type Form = {
  page: string;
  fill?: (page: Page) => Promise<void>;
  button: string;
  aged?: true;
  asks?: true;
};
const type = (page: Page) => page.getByLabel("Contraseña", { exact: true }).fill(PASSWORD);
const FORMS: Form[] = [
  {
    page: "/cuenta",
    fill: async (page) => {
      await page.getByText("Cambiar nombre").click();
      await page.getByLabel("Nombre").fill(NAME);
    },
    button: "Guardar",
  },
  { page: "/cuenta", button: "Cerrar todas las sesiones", asks: true },
  { page: "/cuenta", button: "Cerrar las demás sesiones" },
  { page: "/cuenta", button: "Cerrar" },
  { page: "/cuenta", button: "Vincular" },
  { page: "/cuenta", button: "Descargar mis datos" },
  { page: "/cuenta", button: "Cerrar sesión" },
  {
    page: "/cuenta/contrasena",
    fill: (page) => page.getByLabel("Nueva contraseña").fill("una clave que Ana eligió"),
    button: "Guardar contraseña",
  },
  {
    page: "/cuenta/correo",
    fill: (page) => page.getByLabel("Correo electrónico").fill(freshAddress()),
    button: "Cambiar correo",
  },
  { page: "/cuenta/eliminar", button: "Eliminar mi cuenta" },
  { page: "/cuenta/confirmar", fill: type, button: "Continuar", aged: true },
  { page: "/cuenta/confirmar", button: "Enviar link mágico", aged: true },
];

for (const scripts of [true, false])
  test.describe(scripts ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled: scripts });

    for (const { page: path, fill, button, aged, asks } of FORMS)
      test(`a page left open does nothing to whoever signed in since: ${path}, ${button}`, async ({
        page,
        lab,
        address,
        signIn,
        signedIn,
      }) => {
        await signIn(await signedIn({ email: address }));
        if (aged) await lab.database.age("11 minutes");
        await page.goto(path);
        await fill?.(page);
        const { email: other } = await signedIn();
        const before = [await kept(lab, address), await kept(lab, other)];
        await page.getByRole("button", { name: button, exact: true }).first().click();
        if (asks && scripts) await page.getByRole("dialog").getByRole("button").first().click();
        await expect(page).toHaveURL("/cuenta");
        await expect(alertOn(page)).toContainText(REFUSED);
        await expect(page.getByText(other).first()).toBeVisible();
        expect(await page.content()).not.toContain(NAME);
        expect([await kept(lab, address), await kept(lab, other)]).toEqual(before);
      });

    test("a code typed for one person lets them in no more once another has signed in", async ({
      page,
      lab,
      address,
      signedIn,
      inbox,
    }) => {
      await signedIn({ email: address });
      await lab.database.age("11 minutes");
      await page.goto("/cuenta/confirmar");
      await page.getByRole("button", { name: "Enviar link mágico" }).click();
      await expect(page).toHaveURL("/login/correo/enviado");
      const mail = await inbox.next(address, { subject: "Tu link mágico" });
      const [code = ""] = /\b\d{3} ?\d{3}\b/.exec(mail?.text ?? "") ?? [];
      await page.getByLabel("Código de 6 dígitos").fill(code);
      const { email: other } = await signedIn();
      await page.getByRole("button", { name: "Ingresar con el código" }).click();
      await expect(page).toHaveURL("/cuenta");
      await expect(alertOn(page)).toContainText(REFUSED);
      await expect(page.getByText(other).first()).toBeVisible();
    });

    test("every form under /cuenta says for whom it was shown", async ({ page, lab, signedIn }) => {
      const { id } = await signedIn();
      const seen = new Set<string>();
      // some are shown after a fresh proof alone, and one where it is due
      for (const passed of ["0 seconds", "11 minutes"]) {
        await lab.database.age(passed);
        for (const path of OWN_PAGES) {
          await page.goto(path);
          const { pathname } = new URL(page.url());
          seen.add(pathname);
          // the language is the browser's, whoever is in
          const forms = await page.locator("form[method=post]:not([action='/idioma'])").all();
          expect(forms.length).toBeGreaterThan(0);
          for (const form of forms) {
            const fields = await form.locator("input[name=person]").all();
            const values = await Promise.all(fields.map((field) => field.inputValue()));
            const action = await form.getAttribute("action");
            expect([pathname, action, values]).toEqual([pathname, action, [id]]);
          }
        }
      }
      expect([...seen].sort()).toEqual(OWN_PAGES);
    });
  });
