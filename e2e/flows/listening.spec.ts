import { connect } from "node:net";
import { servicePorts } from "@/local/ports";
import { expect, type Lab, test } from "../support/fixtures";

// Where the app listens, by the origin it is told.

/** Whether anything takes a connection there. */
const isOpen = (host: string, port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect({ host, port });
    socket.once("connect", () => resolve(socket.destroy() !== undefined));
    socket.once("error", () => resolve(false));
  });

async function appAt(lab: Lab, origin: (port: number) => string, away: number) {
  const [port = 0] = await servicePorts(process.pid * 3 + away, 1);
  const { url } = await lab.local.join(port, { NEXTAUTH_URL: origin(port) });
  return { port, url };
}

/** Not a loopback address: nothing of this machine's own network is needed to reach it from here. */
const outer = () => "127.0.0.9";

for (const [at, name] of ["localhost", "127.0.0.1", "[::1]"].entries())
  test(`an origin at ${name} is served at both loopback addresses, and nowhere else`, async ({
    lab,
    page,
  }) => {
    const { port, url } = await appAt(lab, (own) => `http://${name}:${own}`, 211 + at);
    expect(url).toBe(`http://${name}:${port}`);
    expect([await isOpen("127.0.0.1", port), await isOpen("::1", port)]).toEqual([true, true]);
    expect(await isOpen(outer(), port)).toBe(false);
    await page.goto(`${url}/login`);
    await page.getByLabel("Correo electrónico").fill("demo@ejemplo.com");
    await page.getByLabel("Contraseña").fill("una-clave-de-demo-2026");
    await page.getByRole("button", { name: "Ingresar", exact: true }).click();
    await expect(page).toHaveURL(`${url}/cuenta`);
  });

test("a public origin is served over IPv4 and IPv6, on every address", async ({ lab }) => {
  const { port } = await appAt(lab, () => "https://ingreso.example.com", 217);
  for (const host of ["127.0.0.1", "::1", outer()])
    expect([host, await isOpen(host, port)]).toEqual([host, true]);
});
