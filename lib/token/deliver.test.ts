import { afterEach, describe, expect, it } from "vitest";
import { database, inbox } from "@/e2e/support/unit";
import { someone, stranger, together } from "@/e2e/support/unit/people";
import { SecondProcess } from "@/e2e/support/unit/second-process";
import { limits } from "../config/limits";
import type { Email } from "../email";
import { emailWait } from "../rate-limit/emails";
import { newToken } from "../secrets";
import { type Delivered, deliver } from "./deliver";
import { peekToken } from "./peek";

afterEach(() => inbox.fault({ mode: "none" }));

const language = "es" as const;
const letter = { language, subject: "Hola", text: "Hola\n", html: "<p>Hola</p>" };

function send(address: Email, { token = newToken(), client = stranger() } = {}) {
  const life = limits.magicLinkLifeSeconds;
  const minting = {
    purpose: "magic-link",
    address,
    token,
    life,
    browser: null,
    client,
  } as const;
  return deliver("magic-link", minting, () => letter);
}

const hits = async (subnet: string) =>
  (await database.sql(`select id from "RangeHit" where range = $1`, [subnet])).length;
const tokens = async (address: Email) =>
  (await database.sql(`select id from "OneTimeToken" where address = $1`, [address])).length;

describe("a mail with a token", () => {
  it("asked for fifty times at the same instant arrives once", async () => {
    const address = someone();
    const all = await together(50, () => send(address));
    expect(all.filter(({ ok }) => ok)).toHaveLength(1);
    await inbox.wait(address);
    expect(await inbox.mails(address)).toHaveLength(1);
    expect(await tokens(address)).toBe(1);
  });

  it("asked for fifty times at the same instant by two processes arrives once", async () => {
    const address = someone();
    const source = `import { requestMagicLink } from "./lib/magic-link/request";
      import { newToken } from "./lib/secrets";
      const client = ${JSON.stringify(stranger())};
      const ask = (address) => requestMagicLink({ address, token: newToken(), browser: newToken(), client, callbackUrl: null });
      await Promise.all(Array.from({ length: 5 }, () => ask(newToken().toLowerCase() + "@ejemplo.com")));
      await gate();
      const all = await Promise.all(Array.from({ length: 25 }, () => ask(${JSON.stringify(address)})));
      console.log(JSON.stringify(all));
      process.exit();`;
    const processes = [new SecondProcess(source), new SecondProcess(source)];
    await Promise.all(processes.map((one) => one.ready()));
    const all = await Promise.all(processes.map((one) => one.go<Delivered[]>()));
    expect(all.flat()).toHaveLength(50);
    expect(all.flat().filter(({ ok }) => ok)).toHaveLength(1);
    await inbox.wait(address);
    expect(await inbox.mails(address)).toHaveLength(1);
  });

  it.each(["refuse", "reject-recipient", "reject-data", "drop"] as const)(
    "that the mail server does not take counts nowhere and leaves nothing: %s",
    async (mode) => {
      const [address, token, client] = [someone(), newToken(), stranger()];
      await inbox.fault({ mode });
      expect(await send(address, { token, client })).toEqual({
        ok: false,
        refusal: "mail-refused",
      });
      expect(await emailWait("magic-link", address)).toBeNull();
      expect(await hits(client.subnet)).toBe(0);
      expect(await peekToken(token, "magic-link")).toMatchObject({ state: "unknown" });
      await inbox.fault({ mode: "none" });
      expect(await send(address, { client })).toEqual({ ok: true });
      expect(await hits(client.subnet)).toBe(1);
    },
  );

  it("refused fifty times at the same instant counts nowhere", async () => {
    const [address, client] = [someone(), stranger()];
    await inbox.fault({ mode: "refuse" });
    const all = await together(50, () => send(address, { client }));
    expect(all.filter(({ ok }) => ok)).toEqual([]);
    expect(await emailWait("magic-link", address)).toBeNull();
    expect([await hits(client.subnet), await tokens(address)]).toEqual([0, 0]);
  });

  it("by a process that is killed while it sends stays counted", async () => {
    const address = someone();
    await inbox.fault({ mode: "hang" });
    const dying = new SecondProcess(`import { deliver } from "./lib/token/deliver";
      const minting = { purpose: "magic-link", address: ${JSON.stringify(address)}, life: 60, browser: null,
        client: ${JSON.stringify(stranger())} };
      deliver("magic-link", minting, () => { void gate(); return ${JSON.stringify(letter)}; });`);
    await dying.ready();
    await dying.kill();
    await inbox.fault({ mode: "none" });
    expect(await send(address)).toMatchObject({ refusal: "rate-limited" });
    expect(await inbox.mails(address)).toEqual([]);
  });

  it("too soon for its address takes nothing from its network range", async () => {
    const [address, client] = [someone(), stranger()];
    await send(address, { client });
    expect(await send(address, { client })).toMatchObject({ refusal: "rate-limited" });
    expect(await hits(client.subnet)).toBe(1);
  });

  it("one too many for its network range is not sent, nor counted for its address", async () => {
    const [address, client] = [someone(), stranger()];
    await database.sql(
      `insert into "RangeHit" (kind, range) select 'mail', $1 from generate_series(1, $2::int)`,
      [client.subnet, limits.emailsPerSubnet],
    );
    expect(await send(address, { client })).toMatchObject({ refusal: "subnet-full" });
    expect(await emailWait("magic-link", address)).toBeNull();
    expect(await send(address)).toEqual({ ok: true });
  });
});
