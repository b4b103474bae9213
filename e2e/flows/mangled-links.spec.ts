import { PASSWORD } from "@/testing/person/password";
import { tokenIn } from "@/testing/program";
import { expect, test } from "../support/fixtures";
import { askedFor } from "../support/lab/mail";

// What mail programs, fingers and click trackers put around the link of a mail.

const AROUND: [what: string, of: (token: string) => string][] = [
  ["a full stop", (token) => `token=${token}.`],
  ["a comma", (token) => `token=${token},`],
  ["a bracket", (token) => `token=${token})`],
  ["the end of <…>", (token) => `token=${token}%3E`],
  ["a space", (token) => `token=${token}%20`],
  ["a line break", (token) => `token=${token}%0D%0A`],
  ["a closing quote", (token) => `token=${token}%22`],
  ["a curly closing quote", (token) => `token=${token}%E2%80%9D`],
  ["a guillemet", (token) => `token=${token}%C2%BB`],
  ["a sign without width", (token) => `token=${token}%E2%80%8B`],
  ["stars of Markdown", (token) => `token=${token}**`],
  ["a stroke of Markdown", (token) => `token=${token}_`],
  ["a semicolon", (token) => `token=${token};`],
  ["an escaped space, escaped again", (token) => `token=${token}%2520`],
  ["3D in front", (token) => `token=3D${token}`],
  ["=3D in front", (token) => `token==3D${token}`],
  ["a tracker's mark", (token) => `token=${token}&utm_source=mail&fbclid=x`],
  ["the & of HTML source", (token) => `utm_source=mail&amp;token=${token}`],
];

const SEND = "/api/auth/signin/email";
const DETAILS = { name: "Ana", password: PASSWORD };
/** The page where each link lands, the endpoint that sends it, and whether its reader has an account. */
const LANDINGS = [
  { path: "/login/link", endpoint: SEND, known: true },
  { path: "/registro", endpoint: SEND, known: false },
  { path: "/registro/verificar", endpoint: "/registro/crear", known: false },
  { path: "/recuperar/nueva", endpoint: "/recuperar/enviar", known: true },
];

for (const { path, endpoint, known } of LANDINGS)
  test(`${path} opens whatever stands around its token`, async ({
    lab,
    address,
    request,
    person,
  }) => {
    if (known) await person({ email: address });
    const token = tokenIn((await askedFor(lab, endpoint, address, DETAILS)).mail);
    for (const [what, of] of AROUND) {
      const page = await (await request.get(`${lab.app}${path}?${of(token)}`)).text();
      expect([what, page.includes(address), page.includes(`value="${token}"`)]).toEqual([
        ...[what, true, true],
      ]);
    }
    const other = `${token.slice(0, 42)}${token.endsWith("A") ? "E" : "A"}`;
    // strokes with which the second one began would be strokes behind the first
    const two = `${token}${token.replace(/^[_-]/, "a")}`;
    for (const wrong of [other, token.slice(1), `${token}x`, `x${token}`, two, ""]) {
      const page = await (await request.get(`${lab.app}${path}?token=${wrong}`)).text();
      expect([wrong.replace(token, "…"), page.includes(address)]).toEqual([
        wrong.replace(token, "…"),
        false,
      ]);
    }
  });

test("the form takes a token as tolerantly as its page, once", async ({ lab, address, person }) => {
  await person({ email: address });
  const { asking: program, mail } = await askedFor(lab, SEND, address);
  const token = tokenIn(mail);
  const used = await program.post("/api/auth/callback/email", { token: `3D${token}).` });
  expect(used.status()).toBe(200);
  expect(await program.address()).toBe(address);
  const again = await program.post("/api/auth/callback/email", { token: `${token}"` });
  expect([again.status(), await again.json()]).toEqual([
    401,
    expect.objectContaining({ error: "LinkUsed" }),
  ]);
});

test("whatever stands around it, the token leaves the address bar", async ({
  lab,
  address,
  browser,
  person,
}) => {
  await person({ email: address });
  const token = tokenIn((await askedFor(lab, SEND, address)).mail);
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${lab.app}/login/link?utm_source=mail&amp;token=${token}%E2%80%9D`);
  await expect(page).toHaveURL(`${lab.app}/login/link?utm_source=mail`);
  await page.getByRole("button", { name: "Ingresar", exact: true }).click();
  await expect(page).toHaveURL(`${lab.app}/cuenta`);
  await context.close();
});

test("a link without a token opens with a sign behind it, too", async ({ lab, request }) => {
  for (const sign of [".", ",", ")", "%3E", "%20", "%E2%80%9D", "%C2%BB", "%22", "*", "%E2%80%8B"])
    for (const path of ["/registro", "/login", "/cuenta"]) {
      const answer = await request.get(lab.app + path + sign, { maxRedirects: 0 });
      const { location = "/nowhere", "content-type": type } = answer.headers();
      const { pathname } = new URL(location, lab.app);
      const plain = "text/plain; charset=utf-8";
      expect([sign, answer.status(), pathname, type]).toEqual([sign, 307, path, plain]);
    }
  expect((await request.get(`${lab.app}/nada.`)).status()).toBe(404);
});
