import bcryptjs from "bcryptjs";
import { describe, expect, it, onTestFinished } from "vitest";
import { whileHashesWait } from "@/e2e/support/unit/passwords";
import { SecondProcess } from "@/e2e/support/unit/second-process";
import { tell } from "@/e2e/support/unit/settings";
import { hashPassword, isOutdated, type StoredPassword, verifyPassword } from "./hash";
import { HashQueueFull, hashQueue, inHashQueue } from "./queue";

const imported = (password: string, cost = 10, name = "$2b$"): StoredPassword => ({
  hash: bcryptjs.hashSync(password, cost).replace("$2b$", name),
  scheme: "bcrypt",
});

describe("our own hash", () => {
  it("is of the configured cost and says its scheme", async () => {
    const stored = await hashPassword("una clave larga");
    expect(stored.scheme).toBe("bcrypt-hmac-v1");
    expect(stored.hash).toMatch(/^\$2b\$10\$/);
    expect(isOutdated(stored)).toBe(false);
    expect(await verifyPassword("una clave larga", stored)).toBe(true);
    expect(await verifyPassword("Una clave larga", stored)).toBe(false);
  });

  it("is of the whole password, however long, and of every byte of it", async () => {
    const long = "á".repeat(127);
    const stored = await hashPassword(`${long}x`);
    expect(await verifyPassword(`${long}x`, stored)).toBe(true);
    expect(await verifyPassword(`${long}y`, stored)).toBe(false);
    expect(await verifyPassword(long, stored)).toBe(false);
    const cut = await hashPassword("antes\0después");
    expect(await verifyPassword("antes\0y otra cosa", cut)).toBe(false);
  });

  it.each([
    ["contraseña larga", "contrasen\u0303a larga"],
    ["clave larga", "ｃｌａｖｅ\u3000ｌａｒｇａ"],
    ["oficina del fin", "oﬁcina del ﬁn"],
  ])("%s is the same typed as %s", async (one, other) => {
    expect(await verifyPassword(other, await hashPassword(one))).toBe(true);
  });

  it("is worth nothing without the pepper it was made with", async () => {
    const stored = await hashPassword("una clave larga");
    const own = await verifiedElsewhere(stored, undefined);
    const foreign = await verifiedElsewhere(stored, "another pepper");
    expect({ own, foreign }).toEqual({ own: true, foreign: false });
  });
});

describe("a hash from elsewhere", () => {
  it.each(["$2a$", "$2b$", "$2y$"])("%s is accepted, and is to be replaced", async (name) => {
    const stored = imported("una clave larga", 10, name);
    expect(await verifyPassword("una clave larga", stored)).toBe(true);
    expect(await verifyPassword("otra clave larga", stored)).toBe(false);
    expect(isOutdated(stored)).toBe(true);
    expect(isOutdated(await hashPassword("una clave larga"))).toBe(false);
  });

  it("was made of what the browser sent, as it came", async () => {
    const stored = imported("oﬃcina");
    expect(await verifyPassword("oﬃcina", stored)).toBe(true);
  });

  it("of another cost is to be replaced, whoever made it", async () => {
    const stored = await hashPassword("una clave larga");
    expect(isOutdated({ ...stored, hash: stored.hash.replace("$10$", "$11$") })).toBe(true);
  });

  it("cannot be entered with its own text, nor with our digest of the password", async () => {
    const ours = await hashPassword("una clave larga");
    expect(await verifyPassword(ours.hash, ours)).toBe(false);
    expect(await verifyPassword("una clave larga", { ...ours, scheme: "bcrypt" })).toBe(false);
  });

  it.each(["", "x", "$2x$10$", "$2b$10$", "$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA"])(
    "that is none, %j, lets nobody in",
    async (hash) => {
      expect(await verifyPassword("decoy", { hash, scheme: "bcrypt" })).toBe(false);
      expect(await verifyPassword("", { hash, scheme: "bcrypt-hmac-v1" })).toBe(false);
    },
  );
});

describe("work", () => {
  it("lets nobody in where there is no hash, whatever is typed", async () => {
    for (const typed of ["", "decoy"]) expect(await verifyPassword(typed, null)).toBe(false);
  });

  it.each([
    ["no account", null],
    ["a cheaper hash", imported("una clave larga", 4)],
    ["a costlier hash", imported("una clave larga", 12)],
    ["a hash that is none", { hash: "x", scheme: "bcrypt" } satisfies StoredPassword],
  ])("of a wrong try at %s is that of a wrong try at any other", async (_, stored) => {
    const usual = await hashPassword("una clave larga");
    // the first of its cost in this process tells the others how long to take
    await verifyPassword("", stored);
    const expected = await processorTime(() => verifyPassword("otra", usual));
    const used = await processorTime(() => verifyPassword("otra", stored));
    expect(used / expected).toBeGreaterThan(0.5);
    expect(used / expected).toBeLessThan(2);
  });

  it("for nobody waits for its turn like any other, the first time too", async () => {
    const hashing = process.env.BCRYPT_COST;
    tell({ BCRYPT_COST: "11" }); // a cost that nobody here has asked for yet
    onTestFinished(() => tell({ BCRYPT_COST: hashing }));
    const used = await whileHashesWait(async () => {
      const before = process.cpuUsage();
      await expect(verifyPassword("otra", null)).rejects.toThrow(HashQueueFull);
      return process.cpuUsage(before).user;
    });
    const before = process.cpuUsage();
    await hashPassword("una clave larga");
    expect(used).toBeLessThan(process.cpuUsage(before).user / 2);
  });

  it("that would wait too long is refused at once", async () => {
    const ends: (() => void)[] = [];
    const others = Array.from({ length: hashQueue.slots + hashQueue.places }, () =>
      inHashQueue(() => new Promise<void>((resolve) => ends.push(resolve))),
    );
    const stored = imported("una clave larga", 4);
    await expect(hashPassword("una clave larga")).rejects.toThrow(HashQueueFull);
    await expect(verifyPassword("una clave larga", stored)).rejects.toThrow(HashQueueFull);
    await expect(verifyPassword("una clave larga", null)).rejects.toThrow(HashQueueFull);
    for (const other of others) {
      ends.shift()?.();
      await other;
    }
    expect(await verifyPassword("una clave larga", stored)).toBe(true);
  });
});

/** What the processor spent on it, in microseconds, whatever else the machine did meanwhile; the least of three. */
async function processorTime(work: () => Promise<unknown>): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 3; run += 1) {
    const before = process.cpuUsage();
    await work();
    least = Math.min(least, process.cpuUsage(before).user);
  }
  return least;
}

/** Whether another process takes the password for this hash. */
async function verifiedElsewhere(
  stored: StoredPassword,
  pepper: string | undefined,
): Promise<boolean> {
  const setting = pepper === undefined ? "" : `process.env.PASSWORD_PEPPER = "${pepper}";`;
  const process = new SecondProcess(`
    ${setting}
    const { verifyPassword } = await import("./lib/password/hash.ts");
    await gate();
    console.log(await verifyPassword("una clave larga", ${JSON.stringify(stored)}));
  `);
  await process.ready();
  return process.go<boolean>();
}
