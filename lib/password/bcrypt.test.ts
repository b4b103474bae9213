import { readdirSync } from "node:fs";
import os from "node:os";
import bcryptjs from "bcryptjs";
import { describe, expect, it } from "vitest";
import { SecondProcess } from "@/e2e/support/unit/second-process";
import { bcryptCompare, bcryptHash, bcryptName, chooseBcrypt } from "./bcrypt";

const COST = 10;
/** Between what a loop that is free turns in a hash, thousands, and the ten that bcryptjs lets it turn in a second. */
const TURNS = 200;
const native = await chooseBcrypt(() => import("bcrypt"));
const portable = await chooseBcrypt(() => Promise.reject(new Error("no binary here")));

describe("the choice", () => {
  it("is the native library where its binary loads, once a process", async () => {
    expect(native.name).toBe("bcrypt");
    expect(await bcryptName()).toBe("bcrypt");
  });

  it("is JavaScript where the binary does not load, in a real process", async () => {
    const process = new SecondProcess(`
      process.dlopen = () => { throw new Error("wrong ELF class"); };
      const { bcryptCompare, bcryptHash, bcryptName } = await import("./lib/password/bcrypt.ts");
      await gate();
      const hash = await bcryptHash("una clave", ${COST});
      const name = await bcryptName();
      console.log(JSON.stringify({ name, hash, same: await bcryptCompare("una clave", hash) }));
    `);
    await process.ready();
    const said = await process.go<{ name: string; hash: string; same: boolean }>();
    expect(said).toMatchObject({ name: "bcryptjs", same: true });
    expect(await bcryptCompare("una clave", said.hash)).toBe(true);
  });
});

describe.each([
  { made: native, read: portable },
  { made: portable, read: native },
  { made: native, read: native },
  { made: portable, read: portable },
])("a hash made by $made.name and read by $read.name", ({ made, read }) => {
  it("is the same $2b$", async () => {
    const hash = await made.hash("contraseña 🌵", COST);
    expect(hash).toMatch(/^\$2b\$10\$[./A-Za-z0-9]{53}$/);
    expect(await read.compare("contraseña 🌵", hash)).toBe(true);
    expect(await read.compare("contrasena 🌵", hash)).toBe(false);
  });

  it("reads 72 bytes", async () => {
    const hash = await made.hash("x".repeat(80), COST);
    expect(await read.compare(`${"x".repeat(72)}y`, hash)).toBe(true);
    expect(await read.compare("x".repeat(71), hash)).toBe(false);
  });
});

describe("what comes from elsewhere", () => {
  it.each(["$2a$", "$2b$", "$2y$"])("%s is read", async (name) => {
    const hash = (await bcryptHash("importada", COST)).replace("$2b$", name);
    expect(await bcryptCompare("importada", hash)).toBe(true);
    expect(await bcryptCompare("Importada", hash)).toBe(false);
  });

  it.each(["", "garbage", "$2x$10$", "$2b$99$".padEnd(60, "x"), "$1$abc$".padEnd(60, "x")])(
    "%j is a wrong password, not a fault",
    async (hash) => {
      expect(await native.compare("importada", hash)).toBe(false);
      expect(await portable.compare("importada", hash)).toBe(false);
    },
  );
});

describe("the event loop", () => {
  it.each([native, portable])("goes on turning while $name hashes", async ({ hash }) => {
    expect(await turnsDuring(hash("x", 12))).toBeGreaterThan(TURNS);
  });

  it("hardly turns while bcryptjs hashes on it, so the test above can fail", async () => {
    expect(await turnsDuring(bcryptjs.hash("x", 12))).toBeLessThan(TURNS);
  });
});

it.runIf(process.platform === "linux")(
  "a thread that hashes lets everything else go first",
  async () => {
    const own = os.getPriority();
    await native.hash("x", COST);
    expect(os.getPriority()).toBe(own);
    // where all of it runs below that already, as by `nice`, the thread stays there
    const { PRIORITY_BELOW_NORMAL } = os.constants.priority;
    expect(priorities()).toContain(Math.max(own, PRIORITY_BELOW_NORMAL));
  },
);

/** Of every thread of this process. One may end while they are read. */
function priorities(): (number | null)[] {
  return readdirSync("/proc/self/task").map((thread) => {
    try {
      return os.getPriority(Number(thread));
    } catch {
      return null;
    }
  });
}

/** How often the event loop turns until the work is done. */
async function turnsDuring(work: Promise<unknown>): Promise<number> {
  let done = false;
  let turns = 0;
  const end = () => {
    done = true;
  };
  void work.then(end, end);
  while (!done) {
    turns += 1;
    await new Promise(setImmediate);
  }
  await work;
  return turns;
}
