import { describe, expect, it } from "vitest";
import { database } from "@/e2e/support/unit";
import { reserve } from "@/e2e/support/unit/counted";
import { someone, stranger, together } from "@/e2e/support/unit/people";
import { SecondProcess } from "@/e2e/support/unit/second-process";
import { limits } from "../config/limits";
import type { Email } from "../email";
import {
  type EmailPurpose,
  type EmailRefusal,
  emailWait,
  type Reserved,
  releaseEmail,
} from "./emails";

type Reservation = Reserved | EmailRefusal;
const secondsOf = (reservation: Reservation) =>
  "wait" in reservation ? reservation.wait.seconds : 0;

const won = (reservations: Reservation[]) => reservations.filter(({ ok }) => ok).length;
const times = async (address: Email) =>
  (
    await database.sql<Record<string, Date | null>>(
      `select * from "SendThrottle" where address = $1`,
      [address],
    )
  ).flatMap((row) => Object.values(row).filter((value) => value instanceof Date)).length;

describe("a send to an address", () => {
  it("of fifty at the same instant, one goes", async () => {
    const address = someone();
    const reservations = await together(50, () => reserve("magic-link", address));
    expect(won(reservations)).toBe(1);
    for (const one of reservations.filter((reservation) => !reservation.ok))
      expect(one).toMatchObject({ wait: { reason: "gap" } });
  });

  it("of fifty at the same instant, one goes, also when many have gone before", async () => {
    const address = someone();
    for (let sent = 1; sent < limits.emailsPerWindow; sent += 1) {
      expect(won(await together(50, () => reserve("magic-link", address)))).toBe(1);
      await database.age("61 seconds");
    }
    expect(won(await together(50, () => reserve("magic-link", address)))).toBe(1);
    expect(await times(address)).toBe(limits.emailsPerWindow);
  });

  it("of fifty at the same instant from two processes, one goes", async () => {
    const [address, { subnet }] = [someone(), stranger()];
    const source = `import { reserveEmail, emailWait } from "./lib/rate-limit/emails";
      const address = ${JSON.stringify(address)};
      await Promise.all(Array.from({ length: 10 }, () => emailWait("magic-link", address)));
      await gate();
      const all = Array.from({ length: 25 }, () => reserveEmail("magic-link", address, ${JSON.stringify(subnet)}));
      console.log(JSON.stringify((await Promise.all(all)).map(({ ok }) => ({ ok }))));
      process.exit();`;
    const processes = [new SecondProcess(source), new SecondProcess(source)];
    await Promise.all(processes.map((one) => one.ready()));
    const reservations = await Promise.all(processes.map((one) => one.go<Reservation[]>()));
    expect(reservations.flat()).toHaveLength(50);
    expect(won(reservations.flat())).toBe(1);
    expect(await times(address)).toBe(1);
    expect(await database.sql(`select id from "RangeHit" where range = $1`, [subnet])).toHaveLength(
      1,
    );
  });

  it("waits 60 seconds after another", async () => {
    const address = someone();
    await reserve("magic-link", address);
    await database.age("59 seconds");
    expect(await reserve("magic-link", address)).toMatchObject({
      ok: false,
      wait: { seconds: 1, reason: "gap" },
    });
    await database.age("1 second");
    expect(await reserve("magic-link", address)).toMatchObject({ ok: true });
  });

  it("is counted for each purpose and each address by itself", async () => {
    const address = someone();
    const purposes: EmailPurpose[] = ["magic-link", "registration", "reset"];
    for (const purpose of purposes)
      expect(await reserve(purpose, address)).toMatchObject({ ok: true });
    expect(await reserve("magic-link", someone())).toMatchObject({ ok: true });
  });

  it("the sixth in 60 minutes waits until the first is 60 minutes old: a window that slides", async () => {
    const address = someone();
    // at minutes 0, 10, 20, 30 and 40
    for (const pause of [10, 10, 10, 10, 19]) {
      expect(await reserve("magic-link", address)).toMatchObject({ ok: true });
      await database.age(`${pause} minutes`);
    }
    await database.age("55 seconds");
    const sixth = await reserve("magic-link", address);
    expect(sixth).toMatchObject({ ok: false, wait: { reason: "window" } });
    expect(secondsOf(sixth)).toBeLessThanOrEqual(5);
    await database.age("5 seconds");
    expect(await reserve("magic-link", address)).toMatchObject({ ok: true });
    // full again, until the second is 60 minutes old
    await database.age("61 seconds");
    const seventh = await reserve("magic-link", address);
    expect(secondsOf(seventh)).toBeGreaterThan(8 * 60);
    await database.age("9 minutes");
    expect(await reserve("magic-link", address)).toMatchObject({ ok: true });
  });

  it("that the mail server refused is given back, so another may go at once", async () => {
    const address = someone();
    const refused = await reserve("magic-link", address);
    if (refused.ok) await releaseEmail("magic-link", address, refused);
    expect(await emailWait("magic-link", address)).toBeNull();
    expect(won(await together(20, () => reserve("magic-link", address)))).toBe(1);
  });

  it("that is given back leaves those before it counted", async () => {
    const address = someone();
    for (let sent = 1; sent < limits.emailsPerWindow; sent += 1) {
      await reserve("magic-link", address);
      await database.age("61 seconds");
    }
    const refused = await reserve("magic-link", address);
    if (refused.ok) await releaseEmail("magic-link", address, refused);
    expect(await times(address)).toBe(limits.emailsPerWindow - 1);
    expect(await reserve("magic-link", address)).toMatchObject({ ok: true });
    expect(await emailWait("magic-link", address)).toMatchObject({ reason: "window" });
  });

  it("that is given back late, after another has gone, leaves that one counted", async () => {
    const address = someone();
    const slow = await reserve("magic-link", address);
    await database.age("61 seconds");
    await reserve("magic-link", address);
    if (slow.ok) await releaseEmail("magic-link", address, slow);
    expect(await reserve("magic-link", address)).toMatchObject({ ok: false });
  });

  it("by a process that is killed before it sends stays counted", async () => {
    const address = someone();
    const dying = new SecondProcess(`import { reserveEmail } from "./lib/rate-limit/emails";
      await reserveEmail("magic-link", ${JSON.stringify(address)}, "10.0.0.0/24");
      await gate();`);
    await dying.ready();
    await dying.kill();
    expect(await reserve("magic-link", address)).toMatchObject({ ok: false });
  });

  it("looking how long it has to wait changes nothing", async () => {
    const address = someone();
    expect(await emailWait("magic-link", address)).toBeNull();
    expect(await times(address)).toBe(0);
    await reserve("magic-link", address);
    const wait = await emailWait("magic-link", address);
    expect(wait?.at.getTime()).toBeGreaterThan(Date.now() + 50_000);
    expect(await times(address)).toBe(1);
  });
});
