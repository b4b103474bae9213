import { afterEach, describe, expect, it } from "vitest";
import { database, inbox } from "@/e2e/support/unit";
import { newPerson, someone, stranger } from "@/e2e/support/unit/people";
import type { Email } from "../email";
import { newToken } from "../secrets";
import { requestMagicLink } from "./request";

afterEach(() => inbox.fault({ mode: "none" }));

const ask = (address: Email, differing = {}) =>
  requestMagicLink({
    address,
    token: newToken(),
    browser: newToken(),
    client: stranger(),
    callbackUrl: null,
    ...differing,
  });

describe("a magic link", () => {
  it("arrives with the one link, the code and the notes, and without where it leads", async () => {
    const { address } = await newPerson();
    const token = newToken();
    const client = stranger({ device: "Firefox en Linux", place: "Medellín, Colombia" });
    expect(await ask(address, { token, client, callbackUrl: "/facturas?secreto=1" })).toEqual({
      ok: true,
    });
    const mail = await inbox.wait(address);
    expect(new Set(mail.links)).toEqual(
      new Set([`http://localhost:3000/login/link?token=${token}`]),
    );
    expect(mail.text).toMatch(/^\d{6}$/m);
    for (const text of ["30 minutos", "una vez", "Firefox en Linux", "Medellín, Colombia"])
      expect(mail.text).toContain(text);
    expect(mail.text + mail.html).not.toContain("facturas");
  });

  it("for an address without an account leads to /registro", async () => {
    const [address, token] = [someone(), newToken()];
    await ask(address, { token });
    const mail = await inbox.wait(address);
    expect(new Set(mail.links)).toEqual(new Set([`http://localhost:3000/registro?token=${token}`]));
    expect(mail.text).toMatch(/^\d{6}$/m);
  });

  it("answers and stores the same, with and without an account", async () => {
    const [{ address: known }, unknown] = [await newPerson(), someone()];
    expect(await ask(known)).toEqual(await ask(unknown));
    const shape = (address: Email) =>
      database.sql(
        `select purpose, "codeHash" is null as a, "codeExpires" - "createdAt" > '9 min' as b,
            date_trunc('minute', expires - "createdAt" + interval '1 s') as c from "OneTimeToken" where address = $1`,
        [address],
      );
    expect(await shape(known)).toEqual(await shape(unknown));
    const [one, other] = [await ask(known), await ask(unknown)];
    expect(one).toMatchObject({ refusal: "rate-limited", wait: { reason: "gap" } });
    expect(other).toMatchObject({ refusal: "rate-limited", wait: { reason: "gap" } });
  });

  it("that was refused may be asked for at once, and is no activity", async () => {
    const { id, address } = await newPerson();
    await inbox.fault({ mode: "refuse" });
    expect(await ask(address)).toEqual({ ok: false, refusal: "mail-refused" });
    expect(await events(id)).toEqual([]);
    await inbox.fault({ mode: "none" });
    expect(await ask(address)).toEqual({ ok: true });
    expect(await events(id)).toEqual([{ event: "link-asked" }]);
  });

  it("has another code each time", async () => {
    const codes = new Set<string | undefined>();
    for (let n = 0; n < 5; n += 1) {
      const address = someone();
      await ask(address);
      codes.add(/^\d{6}$/m.exec((await inbox.wait(address)).text)?.[0]);
    }
    expect(codes.size).toBe(5);
  });
});

function events(userId: string) {
  return database.sql(`select event from "Activity" where "userId" = $1`, [userId]);
}
