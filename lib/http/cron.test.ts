import { afterEach, describe, expect, it } from "vitest";
import { POST as cleanUp, PUT as notCleanup } from "@/app/api/cron/cleanup/route";
import { database, inbox } from "@/e2e/support/unit";
import { said } from "@/e2e/support/unit/auth";
import { Caller } from "@/e2e/support/unit/caller";
import { newPerson, someone, stranger } from "@/e2e/support/unit/people";
import { withSecondStep } from "@/e2e/support/unit/second-step";
import { tell } from "@/e2e/support/unit/settings";
import { mint } from "@/e2e/support/unit/tokens";
import { notify } from "../notice/notify";

const SECRET = "a secret of the scheduler";
const PATH = "/api/cron/cleanup";
const at = (authorization?: string) =>
  new Caller(cleanUp, authorization === undefined ? {} : { authorization });

afterEach(() => tell({ CRON_SECRET: undefined }));

describe("the scheduler's door", () => {
  it("is not there without a secret", async () => {
    for (const authorization of [undefined, "Bearer ", "Bearer null", "Bearer undefined"])
      expect((await at(authorization).get(PATH)).status).toBe(404);
  });

  it("knows no other method; without a secret there is none at all", async () => {
    const other = () => new Caller(notCleanup).send(PATH, { method: "PUT" });
    expect((await other()).status).toBe(404);
    tell({ CRON_SECRET: SECRET });
    const refused = await other();
    expect([refused.status, refused.headers.get("allow")]).toEqual([405, "GET, POST"]);
  });

  it.each([
    undefined,
    "",
    SECRET,
    "Bearer",
    "Bearer ",
    `Bearer ${SECRET} `.trim().slice(0, -1),
    `Basic ${SECRET}`,
  ])("opens to nobody with %j", async (authorization) => {
    tell({ CRON_SECRET: SECRET });
    expect((await at(authorization).get(PATH)).status).toBe(401);
  });

  it.each(["GET", "POST"])("cleans up and sends what was refused, by %s", async (method) => {
    tell({ CRON_SECRET: SECRET });
    const address = someone();
    await mint(address, { life: 0 });
    await database.age("8 days");
    await notify("new-device", address, stranger());
    const answer = await said(await at(`Bearer ${SECRET}`).send(PATH, { method }));
    expect(answer).toMatchObject({ status: 200, deleted: { OneTimeToken: 1 }, sent: 1 });
    expect((await inbox.wait(address)).subject).toContain("dispositivo");
  });

  it("seals anew what another key had sealed", async () => {
    tell({ CRON_SECRET: SECRET });
    await withSecondStep((await newPerson()).id);
    const keys = () => database.sql<{ sealedBy: string }>(`select "sealedBy" from "Totp"`);
    const now = await keys();
    await database.sql(`update "Totp" set "sealedBy" = 'older'`);
    expect(await said(await at(`Bearer ${SECRET}`).get(PATH))).toMatchObject({ status: 200 });
    expect(await keys()).toEqual(now);
  });
});
