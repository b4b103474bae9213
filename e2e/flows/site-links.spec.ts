import { servicePorts } from "@/local/ports";
import { PASSWORD } from "@/testing/person/password";
import { Program } from "@/testing/program";
import { expect, test } from "../support/fixtures";
import { Wire } from "../support/unit/wire";

// The operator's own addresses, for who is stuck and for who wants to know what they agree to.

const STUCK = {
  SUPPORT_URL: "https://help.example.com/?from=ingreso&lang=es",
  STATUS_URL: "https://status.example.com/",
};
const LINKS = {
  ...STUCK,
  TERMS_URL: "https://example.com/terms",
  PRIVACY_URL: "https://example.com/privacy",
};
const APP_URL = "https://app.example.com/?from=ingreso";
const GUEST_PAGES = [
  ...["/login", "/login/correo", "/login/link?token=x", "/registro", "/registro/verificar"],
  ...["/recuperar", "/recuperar/nueva", "/nada"],
];

test("help and the state of the service are linked from every page, also where all is broken", async ({
  lab,
  address,
  person,
}) => {
  await person({ email: address });
  const wire = await Wire.to(lab.database.url);
  const [port = 0] = await servicePorts(process.pid * 3 + 301, 1);
  const { url: app } = await lab.local.join(port, { ...LINKS, APP_URL, DATABASE_URL: wire.url });
  const program = await Program.at(app, { accept: "text/html" });
  const lacking = async (path: string, links: Record<string, string>, status = 200) => {
    const page = await program.context.get(path);
    const html = (await page.text()).replaceAll("&amp;", "&");
    const [missing] = Object.values(links).filter((url) => !html.includes(`href="${url}"`));
    return page.status() === status ? missing : `${page.status()}`;
  };

  for (const path of GUEST_PAGES)
    expect([path, await lacking(path, LINKS, path === "/nada" ? 404 : 200)]).toEqual([
      path,
      undefined,
    ]);

  await program.post("/api/auth/callback/credentials", { email: address, password: PASSWORD });
  for (const path of ["/cuenta", "/cuenta/contrasena", "/cuenta/eliminar"])
    expect([path, await lacking(path, LINKS)]).toEqual([path, undefined]);
  expect(await lacking("/cuenta", { APP_URL })).toBeUndefined();
  const home = await (await program.context.get("/cuenta")).text();
  expect(home).toMatch(
    /<a href="https:\/\/app\.example\.com[^>]*><span>Ir a Alegra Facturación<\/span>/,
  );

  await lab.database.sql('alter table "Session" rename column device to "none"');
  try {
    expect(await lacking("/cuenta", STUCK, 500)).toBeUndefined();
  } finally {
    await lab.database.sql('alter table "Session" rename column "none" to device');
  }

  wire.cut();
  await expect.poll(() => lacking("/login", STUCK, 503)).toBeUndefined();
});
