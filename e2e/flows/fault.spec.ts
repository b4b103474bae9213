import { Program, tally } from "@/testing/program";
import { expect, test } from "../support/fixtures";

// A fault of ours, such as a column that is not there, while the database answers.

const SAID = /problema de nuestro lado/;

test.use({ allowedErrors: [/status of 500/] });

test.beforeEach(({ lab }) =>
  lab.database.sql('alter table "Session" rename column device to "none"'),
);
test.afterEach(({ lab }) =>
  lab.database.sql('alter table "Session" rename column "none" to device'),
);

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled });

    test("a person reads the fault page, and other users notice nothing", async ({
      lab,
      page,
      arrived,
    }) => {
      await lab.database.sql('alter table "Session" rename column "none" to device');
      await arrived();
      await lab.database.sql('alter table "Session" rename column device to "none"');
      const answer = await page.goto("/cuenta");
      expect(answer?.status()).toBe(500);
      await expect(page.getByRole("heading", { name: "Algo no salió bien" })).toBeVisible();
      const id = answer?.headers()["x-request-id"] ?? "";
      expect(id).not.toBe("");
      await expect(page.getByText(id)).toBeVisible();

      const head = await page.request.head("/cuenta");
      expect([head.status(), await head.text()]).toEqual([500, ""]);

      const stranger = await Program.at(lab.app, { accept: "text/html" });
      const asked = Array.from({ length: 20 }, () => stranger.context.get("/login"));
      expect(tally((await Promise.all(asked)).map((one) => one.status()))).toEqual({ 200: 20 });
      expect((await stranger.context.get("/api/health")).status()).toBe(200);
    });

    test("a door says so to a person and to a program", async ({ lab, address, page }) => {
      await page.goto("/login");
      await lab.database.sql('alter table "OneTimeToken" rename column device to "none"');
      try {
        await page.goto("/recuperar");
        await page.getByLabel("Correo electrónico").fill(address);
        const [answer] = await Promise.all([
          page.waitForResponse((one) => one.request().method() === "POST"),
          page.getByRole("button", { name: "Enviar instrucciones" }).click(),
        ]);
        expect(answer.status()).toBe(500);
        await expect(page.getByText(SAID).first()).toBeVisible();
        const program = await Program.at(lab.app);
        const said = await program.post("/recuperar/enviar", { email: `x${address}` });
        expect(said.status()).toBe(500);
        expect(await said.json()).toEqual({ error: "Fault", message: expect.stringMatching(SAID) });
      } finally {
        await lab.database.sql('alter table "OneTimeToken" rename column "none" to device');
      }
    });
  });
