import { beforeEach, expect, it, onTestFinished } from "vitest";
import { POST as cleanUp } from "@/app/api/cron/cleanup/route";
import { GET as health } from "@/app/api/health/route";
import { database, inbox } from "@/e2e/support/unit";
import { AUTH, auth } from "@/e2e/support/unit/auth";
import { Caller, type Handler } from "@/e2e/support/unit/caller";
import { OWN } from "@/e2e/support/unit/endpoints";
import { someone, stranger } from "@/e2e/support/unit/people";
import { tell } from "@/e2e/support/unit/settings";
import { notify } from "../notice/notify";
import { sink } from "../telemetry/sink";

const SECRET = "a secret of the scheduler";
let flushed = 0;

beforeEach(() => {
  flushed = 0;
  sink.flush = async () => {
    flushed += 1;
  };
});

const get = (handler: Handler, path: string) => () =>
  new Caller(handler, { authorization: `Bearer ${SECRET}` }).get(path);
const DOORS: [string, () => Promise<Response>][] = [
  ["a sign-in", () => new Caller(auth).post(`${AUTH}/signin/email`, { email: someone() })],
  ["the clean-up", get(cleanUp, "/api/cron/cleanup")],
  ["one's own data", () => new Caller(OWN["/cuenta/datos"].POST).post("/cuenta/datos")],
];
const READINGS: typeof DOORS = [
  ["a reading of next-auth's", get(auth, `${AUTH}/session`)],
  ["health", get(health, "/api/health")],
];

it.each([...DOORS, ...READINGS])(
  "what %s counted is handed over where this process may be frozen",
  async (_, ask) => {
    tell({ VERCEL: "1", CRON_SECRET: SECRET });
    onTestFinished(() => tell({ VERCEL: undefined, CRON_SECRET: undefined }));
    expect((await ask()).status).toBeLessThan(400);
    expect(flushed).toBe(1);
  },
);

it.each(DOORS)("after %s what was held back is told, once it is due", async (_, ask) => {
  tell({ CRON_SECRET: SECRET });
  onTestFinished(() => tell({ CRON_SECRET: undefined }));
  const address = someone();
  for (let times = 0; times < 3; times += 1) {
    await notify("new-device", address, stranger());
    await ask();
  }
  expect(await inbox.mails(address)).toHaveLength(1);
  await database.age("1 hour");
  await ask();
  expect((await inbox.mails(address)).at(-1)?.subject).toContain("2 veces");
});

it.each(READINGS)("%s, which is asked often, looks for no notice", async (_, ask) => {
  const address = someone();
  await notify("new-device", address, stranger());
  await ask();
  expect(await inbox.mails(address)).toHaveLength(0);
});

it.each([...DOORS, ...READINGS])(
  "what %s counted waits for its time where it goes on",
  async (_, ask) => {
    tell({ CRON_SECRET: SECRET });
    onTestFinished(() => tell({ CRON_SECRET: undefined }));
    await ask();
    expect(flushed).toBe(0);
  },
);
