import { servicePorts } from "@/local/ports";
import { PASSWORD } from "@/testing/person/password";
import { Program, tally } from "@/testing/program";
import { expect, test } from "../support/fixtures";
import { Wire } from "../support/unit/wire";

// The database goes away under a running process, in both ways it can, and comes back.

/** in milliseconds: the rules' bounds, with slack for a busy machine */
const AWAY_WITHIN = 10_000;
const BACK_WITHIN = 20_000;

for (const mode of ["cut", "hangs"] as const)
  test(`the database is away (${mode}): a maintenance page, nobody signed out, and back by itself`, async ({
    lab,
    address,
    page,
    person,
  }) => {
    await person({ email: address });
    const wire = await Wire.to(lab.database.url);
    const [port = 0] = await servicePorts(process.pid * 3 + 101, 1);
    const { url: app } = await lab.local.join(port, { DATABASE_URL: wire.url });
    const program = await Program.at(app);
    await program.post("/api/auth/callback/credentials", { email: address, password: PASSWORD });
    expect(await program.address()).toBe(address);
    const cookies = (await program.context.storageState()).cookies;
    await page.context().addCookies(cookies);

    if (mode === "cut") wire.cut();
    else wire.mode = mode;
    await expect
      .poll(async () => (await program.context.get("/login")).status(), { timeout: AWAY_WITHIN })
      .toBe(503);
    const away = await page.goto(`${app}/cuenta`);
    expect(away?.status()).toBe(503);
    expect(away?.headers()).toMatchObject({ refresh: "15", "retry-after": "15" });
    await expect(page.getByRole("heading", { name: "Volvemos enseguida" })).toBeVisible();

    const doors = [
      "/api/auth/signin/email",
      "/registro/crear",
      "/recuperar/enviar",
      "/cuenta/perfil/guardar",
    ];
    for (const door of doors) {
      const away = await program.post(door, { email: address });
      expect([door, away.status(), await away.json()]).toEqual([
        door,
        503,
        { error: "Away", message: expect.stringContaining("a salvo"), retryAfter: 5 },
      ]);
      expect(away.headers()["retry-after"]).toBe("5");
    }
    expect((await program.context.get("/nada")).status()).toBe(404);
    const health = await program.context.get("/api/health");
    expect(health.status()).toBe(503);
    expect(await health.json()).toMatchObject({ status: "degraded", checks: { database: "down" } });

    wire.mode = "whole";
    await expect
      .poll(async () => (await program.context.get("/cuenta")).status(), { timeout: BACK_WITHIN })
      .toBe(200);
    await expect.poll(() => program.address(), { timeout: BACK_WITHIN }).toBe(address);
  });

test("in the moment it goes away no page and no door says 500", async ({
  lab,
  address,
  person,
}) => {
  await person({ email: address });
  const wire = await Wire.to(lab.database.url);
  const [port = 0] = await servicePorts(process.pid * 3 + 201, 1);
  const { url: app } = await lab.local.join(port, { DATABASE_URL: wire.url });
  const program = await Program.at(app);
  await program.post("/api/auth/callback/credentials", { email: address, password: PASSWORD });

  const asked = Array.from({ length: 40 }, (_, index) => {
    if (index === 10) wire.cut();
    if (index % 2) return program.context.get(`/cuenta?n=${index}`, { maxRedirects: 0 });
    return program.post("/recuperar/enviar", { email: `x${index}${address}` });
  });
  const answers = await Promise.all(asked);
  // where a page fails, the fault page stands at its own address
  for (const led of answers.filter((answer) => answer.status() === 307))
    expect(new URL(led.url()).href).toBe(new URL(led.headers().location ?? "", app).href);
  const statuses = tally(answers.map((answer) => answer.status()));
  const { 200: _ok, 307: _led, 503: _away, 502: _mail, ...others } = statuses;
  expect(others).toEqual({});
});
