import { DEMO } from "@/local/demo/accounts";
import { listens, servicePorts } from "@/local/ports";
import { expect, type Lab, test } from "../support/fixtures";
import { enter } from "../support/lab/pages";

// Where the app listens, by the origin it is told.

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
    expect([await listens(port, "127.0.0.1"), await listens(port, "::1")]).toEqual([true, true]);
    expect(await listens(port, outer())).toBe(false);
    await page.goto(`${url}/login`);
    await enter(page, DEMO.email, DEMO.password);
    await expect(page).toHaveURL(`${url}/cuenta`);
  });

test("a public origin is served over IPv4 and IPv6, on every address", async ({ lab }) => {
  const { port } = await appAt(lab, () => "https://ingreso.example.com", 217);
  for (const host of ["127.0.0.1", "::1", outer()])
    expect([host, await listens(port, host)]).toEqual([host, true]);
});
