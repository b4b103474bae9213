import { gzipSync } from "node:zlib";
import type { APIRequestContext, Page } from "@playwright/test";
import { expect, test } from "../support/fixtures";

// Pages are documents: light, the same by either host, and without an inline script.

const KB = 1024;
const DOCUMENTS = ["/login", "/login/correo", "/registro", "/recuperar"];
const BROWSER = { accept: "text/html", "accept-language": "es", "sec-fetch-mode": "navigate" };
const gzipped = (body: Buffer) => gzipSync(body, { level: 9 }).length;

async function weigh(request: APIRequestContext, path: string) {
  const html = await (await request.get(path, { headers: BROWSER })).text();
  const files = [...html.matchAll(/<(?:script[^>]* src|link rel="stylesheet" href)="([^"]+)"/g)];
  const bodies = files.map(async ([, file = ""]) => {
    const body = await (await request.get(file)).body();
    return { file, size: gzipped(body) };
  });
  const loaded = await Promise.all(bodies);
  const script = loaded.filter(({ file }) => file.endsWith(".js"));
  return {
    html,
    page: gzipped(Buffer.from(html)),
    script: script.reduce((sum, { size }) => sum + size, 0),
    scripts: script.length,
    rest: loaded.reduce((sum, { size }) => sum + size, 0),
  };
}

/** Asks for a magic link, and is told that it is on its way. */
async function askForLink(page: Page, address: string): Promise<void> {
  await page.goto("/login/correo");
  await page.getByLabel("Correo electrónico").fill(address);
  await page.getByRole("button", { name: "Enviar link mágico" }).click();
  await expect(page).toHaveURL("/login/correo/enviado");
}

test("a signed-out page has one script of 6 KB at most, and no inline one", async ({
  page,
  lab,
  address,
}) => {
  await askForLink(page, address);
  const link = (await lab.inbox.wait(address)).links[0] ?? "";
  const { pathname, search } = new URL(link);
  const dead = ["/login/link", "/registro/verificar", "/recuperar/nueva"].map(
    (at) => `${at}?token=x`,
  );
  const all = [...DOCUMENTS, "/login/correo/enviado", pathname + search, ...dead, "/nada"];
  for (const path of [...all, "/login?error=CredentialsSignin"]) {
    const { html, page: weight, script, scripts } = await weigh(page.request, path);
    expect([path, scripts, script < 6 * KB, weight < 6.3 * KB]).toEqual([path, 1, true, true]);
    expect(html).not.toMatch(/<script(?![^>]* src=)|\son\w+="|javascript:|\sstyle="/);
  }
});

test("passkeys bring 2 KB of script along to /login", async ({ request }) => {
  const html = await (await request.get("/login", { headers: BROWSER })).text();
  const [fields = ""] = /\/assets\/fields\.\w+\.js/.exec(html) ?? [];
  const [passkey = ""] = /passkey\.\w+\.js/.exec(await (await request.get(fields)).text()) ?? [];
  expect(gzipped(await (await request.get(`/assets/${passkey}`)).body())).toBeLessThan(2 * KB);
});

test("the first load of /login is 22 KB at most, without the font", async ({ request }) => {
  const { page, rest } = await weigh(request, "/login");
  expect(page).toBeLessThan(6 * KB);
  expect(page + rest).toBeLessThan(22 * KB);
});

test("a document is what the page of a single request is, but for its token", async ({
  request,
}) => {
  const bare = (html: string) => html.replace(/(name="csrfToken" value=")[^"]*/g, "$1");
  for (const path of DOCUMENTS)
    for (const language of ["es", "en", "pt-BR"]) {
      const headers = { ...BROWSER, "accept-language": language };
      const kept = await request.get(path, { headers });
      const made = await request.get(path, { headers: { ...headers, accept: "*/*" } });
      expect([kept.headers()["cache-control"], made.headers()["cache-control"]]).toEqual([
        "private, no-cache, no-transform",
        "private, no-store, no-transform",
      ]);
      expect(bare(await kept.text())).toBe(bare(await made.text()));
    }
});

test.describe("where scripts are refused", () => {
  test.use({ allowedErrors: [/Content Security Policy/] });

  test("a script that is put into a page does not run", async ({ page, address }) => {
    await askForLink(page, address);
    for (const path of [...DOCUMENTS, "/login/correo/enviado", "/login?error=Default", "/nada"]) {
      await page.goto(path);
      const ran = await page.evaluate(async () => {
        const refused = new Promise<string>((resolve) =>
          document.addEventListener("securitypolicyviolation", ({ violatedDirective }) =>
            resolve(violatedDirective),
          ),
        );
        const script = document.createElement("script");
        script.textContent = "window.ran = true";
        document.body.append(script);
        return [await refused, "ran" in window];
      });
      expect([path, ...ran]).toEqual([path, "script-src-elem", false]);
    }
  });
});
