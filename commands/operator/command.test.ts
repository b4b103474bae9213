import { describe, expect, it } from "vitest";
import { database, inbox } from "@/e2e/support/unit";
import { attempt } from "@/e2e/support/unit/counted";
import { newPerson, someone, stranger } from "@/e2e/support/unit/people";
import { withSecondStep } from "@/e2e/support/unit/second-step";
import { limits } from "@/lib/config/limits";
import type { Email } from "@/lib/email";
import { SUPPORT } from "@/lib/messages/origin";
import { userOfSession } from "@/lib/session/current";
import { startSession } from "@/lib/session/start";
import { operate } from "./command";

/** The newest entry of an address: what, by what, and for which account. */
async function newest(address: Email) {
  const [row] = await database.sql<{ event: string; method: string; device: string }>(
    'select event, method, device from "Activity" where address = $1 order by id desc limit 1',
    [address],
  );
  return row;
}

describe("an operator", () => {
  it("ends one person's sessions and no other's", async () => {
    const [person, other] = [await newPerson(), await newPerson()];
    const session = await startSession(person, "email", stranger());
    const others = await startSession(other, "email", stranger());
    const ended = await operate(["end-sessions", person.address]);
    expect(ended).toMatchObject({ code: 0, out: `✓ ${person.address}: ended 1 open session` });
    expect(await userOfSession(session.token)).toBeNull();
    expect(await userOfSession(others.token)).not.toBeNull();
    expect(await newest(person.address)).toMatchObject({
      event: "sessions-ended",
      method: "operator",
      device: SUPPORT,
    });
  });

  it("ends everybody's sessions when told twice, and each person hears of it", async () => {
    const people = [await newPerson(), await newPerson()];
    const sessions = await Promise.all(people.map((one) => startSession(one, "email", stranger())));
    expect(await operate(["end-sessions", "--everybody"])).toEqual({
      code: 2,
      out: "",
      err: "✗ this ends the sessions of everybody: add --yes",
    });
    expect(await userOfSession(sessions[0]?.token)).not.toBeNull();
    const { code, out } = await operate(["end-sessions", "--everybody", "--yes"]);
    expect(code).toBe(0);
    expect(out).toMatch(/^✓ ended the open sessions of \d+ people$/);
    for (const { token } of sessions) expect(await userOfSession(token)).toBeNull();
    for (const { address } of people)
      expect(await newest(address)).toMatchObject({ event: "sessions-ended", method: "operator" });
    expect((await operate(["end-sessions", "--yes", "--everybody"])).out).toContain("of 0 people");
  });

  it("lifts a password that is off, of an address without an account too", async () => {
    const address = someone();
    await database.sql('insert into "TryThrottle" (address, failures) values ($1, $2)', [
      address,
      limits.failuresBeforeOff,
    ]);
    expect(await attempt(address)).toMatchObject({ refusal: "off" });
    expect((await operate(["lift", address])).code).toBe(0);
    expect(await attempt(address)).toMatchObject({ ok: true, failures: 1 });
    expect(await newest(address)).toMatchObject({ event: "slow-down-lifted" });
  });

  it("says when nothing was slowed down, and writes nothing", async () => {
    const address = someone();
    await attempt(address);
    expect((await operate(["lift", address])).out).toContain("nothing was slowed down");
    expect(await newest(address)).toBeUndefined();
  });

  it("removes an account when told twice, and its owner hears of it", async () => {
    const { id, address } = await newPerson();
    expect(await operate(["remove", address])).toMatchObject({ code: 2 });
    expect(await database.sql('select 1 from "User" where id = $1', [id])).toHaveLength(1);
    expect(await operate(["remove", address, "--yes"])).toMatchObject({ code: 0 });
    expect(await database.sql('select 1 from "User" where id = $1', [id])).toHaveLength(0);
    expect(await newest(address)).toMatchObject({ event: "account-removed" });
    expect((await inbox.wait(address)).subject).toMatch(/cuenta/);
  });

  it("takes the second step off with a note, ends every session, and the history shows it", async () => {
    const person = await newPerson();
    await withSecondStep(person.id);
    const session = await startSession(person, "email", stranger(), { secondStepPassed: true });
    expect(await operate(["second-step-off", person.address])).toMatchObject({ code: 2 });
    const note = "llamó\ny  conoce su última factura";
    const off = await operate(["second-step-off", person.address, "--note", note]);
    expect(off).toMatchObject({ code: 0, out: `✓ ${person.address}: the second step is off` });
    expect(await userOfSession(session.token)).toBeNull();
    expect(await startSession(person, "email", stranger())).toMatchObject({ pending: false });
    expect((await inbox.wait(person.address)).subject).toMatch(/^Se desactivó .*dos pasos/);
    const { out } = await operate(["history", person.address]);
    const line = /second-step-off {2}\(operator\) .*"llamó y conoce su última factura"/;
    expect(out).toMatch(line);
    expect((await operate(["second-step-off", person.address, "--note=x"])).out).toContain(
      "was off",
    );
    expect((await operate(["history", person.address])).out.match(/second-step-off/g)).toHaveLength(
      1,
    );
  });

  it("exports an account as JSON without a secret, and writes it down", async () => {
    const hash = "$2b$10$0123456789012345678901";
    const person = await newPerson({ name: "Ana", passwordHash: hash, passwordScheme: "bcrypt" });
    const { token } = await startSession(person, "email", stranger());
    const { code, out } = await operate(["export", person.address]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ account: { email: person.address, name: "Ana" } });
    for (const secret of [hash, token, "tokenHash", "passwordHash"])
      expect(out).not.toContain(secret);
    expect(await newest(person.address)).toMatchObject({ event: "data-downloaded" });
  });

  it("lists what happened, also when the account is gone", async () => {
    const person = await newPerson();
    await startSession(person, "email", stranger({ device: "Firefox en Linux" }));
    await operate(["remove", person.address, "--yes"]);
    const { code, out } = await operate(["history", person.address]);
    expect(code).toBe(0);
    expect(out.split("\n").map((line) => line.split("  ")[1])).toEqual([
      "account-removed",
      "signed-in",
    ]);
    expect(out).toContain("Firefox en Linux");
  });

  it.each(["end-sessions", "export", "remove"])("says that %s needs an account", async (act) => {
    const flags = act === "remove" ? ["--yes"] : [];
    const ended = await operate([act, "nadie@ejemplo.com", ...flags]);
    expect(ended).toEqual({ code: 1, out: "", err: "✗ there is no account at nadie@ejemplo.com" });
  });

  it.each([
    [[], /^Usage/],
    [["fly", "a@b.co"], /there is no act "fly"/],
    [["constructor", "a@b.co"], /there is no act/],
    [["lift"], /needs one address/],
    [["lift", "a@b.co", "c@d.co"], /needs one address/],
    [["lift", "a@b.co,c@d.co"], /needs one address/],
    [["lift", "--all", "a@b.co"], /does not know --all/],
    [["lift", "a@b.co", "--yes"], /does not know --yes/],
    [["second-step-off", "a@b.co", "--note"], /add --note/],
    [["second-step-off", "a@b.co", "--note", " "], /add --note/],
    [["lift", "a@b.co", "--note", "x"], /does not know --note/],
    [["end-sessions", "a@b.co", "--everybody", "--yes"], /does not know --everybody/],
  ])("does not understand %j", async (typed, sentence) => {
    const { code, out, err } = await operate(typed);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(sentence);
  });
});
