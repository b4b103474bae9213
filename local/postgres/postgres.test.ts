import { spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it, vi } from "vitest";
import { migrate } from "@/commands/db/migrations";
import { isFree, servicePorts } from "../ports";
import { linkLibraries, NoEmbeddedPostgres, nativeFolder, sharedCopy } from "./binaries";
import { type Postgres, startPostgres } from "./start";

const PARENT = fileURLToPath(new URL("../stand-in/database.ts", import.meta.url));
const [port = 0] = await servicePorts(process.pid, 1);
let running: Postgres | undefined;
const made: string[] = [];

afterEach(async () => {
  await running?.stop();
  running = undefined;
  for (const folder of made.splice(0)) fs.rmSync(folder, { recursive: true, force: true });
});

function newFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "ingreso-postgres-"));
  made.push(folder);
  return folder;
}

async function start(folder: string, more: { fresh?: boolean } = {}): Promise<Postgres> {
  running = await startPostgres({ folder, port, fast: true, ...more });
  return running;
}

describe("an embedded PostgreSQL", () => {
  it("keeps its data from one start to the next, unless it has to be fresh", async () => {
    const folder = newFolder();
    const first = await start(folder);
    expect((await migrate(first.url)).applied).not.toEqual([]);
    await first.stop();
    expect(await isFree(port)).toBe(true);

    const second = await start(folder);
    expect((await migrate(second.url)).applied).toEqual([]);
    await second.stop();

    const fresh = await start(folder, { fresh: true });
    expect((await migrate(fresh.url)).applied).not.toEqual([]);
    await fresh.stop();
    expect(fs.existsSync(fresh.folder)).toBe(false);
  });

  it("ends with the process that started it, killed or not, and starts again", async () => {
    const folder = newFolder();
    const parent = spawn(process.execPath, ["--import", "tsx", PARENT, folder, String(port)]);
    await once(parent.stdout, "data");
    expect(await isFree(port)).toBe(false);
    parent.kill("SIGKILL");
    await vi.waitFor(async () => expect(await isFree(port)).toBe(true), { timeout: 10_000 });
    await start(folder);
    expect(await isFree(port)).toBe(false);
  });

  it("starts over the note of one that died, even when another process has its number", async () => {
    const folder = newFolder();
    const first = await start(folder);
    await first.stop();
    const note = path.join(first.folder, "data", "postmaster.pid");
    fs.writeFileSync(note, `${process.pid}\n${path.dirname(note)}\n1\n${port}\n`);
    await start(folder);
    expect(await isFree(port)).toBe(false);
  });

  it("says that its port is busy, and leaves nothing running", async () => {
    const squatter = createServer().listen(port, "127.0.0.1");
    await once(squatter, "listening");
    await expect(start(newFolder())).rejects.toThrow(/Address already in use/);
    await new Promise((resolve) => squatter.close(resolve));
    expect(await isFree(port)).toBe(true);
  });
});

describe("its binaries", () => {
  it.each([
    ["win32", "x64"],
    ["linux", "s390x"],
    ["freebsd", "x64"],
  ])("are not there for %s on %s: one line says what to do", (platform, arch) => {
    const look = () => nativeFolder(platform, arch);
    expect(look).toThrow(NoEmbeddedPostgres);
    expect(look).toThrow(/^there is no embedded PostgreSQL for .*: set DATABASE_URL[^\n]*$/);
  });

  it("get the links that an install without scripts left out", () => {
    const folder = newFolder();
    const lib = path.join(folder, "native", "lib");
    fs.mkdirSync(lib, { recursive: true });
    fs.writeFileSync(path.join(lib, "libpq.so.5.18"), "library");
    const links = [{ source: "native/lib/libpq.so.5.18", target: "native/lib/libpq.so.5" }];
    fs.writeFileSync(path.join(folder, "native", "pg-symlinks.json"), JSON.stringify(links));
    linkLibraries(folder);
    linkLibraries(folder);
    expect(fs.readFileSync(path.join(lib, "libpq.so.5"), "utf8")).toBe("library");
  });

  it("are copied to where everybody may read them, once", () => {
    const folder = newFolder();
    fs.writeFileSync(path.join(folder, "postgres"), "program", { mode: 0o700 });
    fs.symlinkSync("postgres", path.join(folder, "link"));
    const copy = sharedCopy(folder);
    made.push(copy);
    expect(fs.statSync(copy).mode & 0o777).toBe(0o755);
    expect(fs.statSync(path.join(copy, "postgres")).mode & 0o777).toBe(0o755);
    expect(fs.readlinkSync(path.join(copy, "link"))).toBe("postgres");
    expect(sharedCopy(folder)).toBe(copy);
  });
});
