import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { LOCAL_FOLDER } from "./root";

/** What was started and where: the content of `.local/<PORT>.json`. */
export type State = {
  app: string;
  /** null where a real mail server is named. */
  inbox: string | null;
  smtp: string;
  google: string;
  databaseUrl: string;
  /** The variables that the app was started with: a second `npm start` with them joins it. */
  env: Record<string, string>;
};

export function statePath(port: number): string {
  return path.join(LOCAL_FOLDER, `${port}.json`);
}

/** Writes the note at once as a whole: a reader never gets half of it. */
export function writeState(port: number, state: State): void {
  const file = statePath(port);
  fs.writeFileSync(`${file}.new`, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 });
  fs.renameSync(`${file}.new`, file);
}

export function removeState(port: number): void {
  fs.rmSync(statePath(port), { force: true });
}

/** The folder for what belongs to this clone, made when it is missing. */
export function localFolder(): string {
  fs.mkdirSync(LOCAL_FOLDER, { recursive: true });
  return LOCAL_FOLDER;
}

/** The clone's own NEXTAUTH_SECRET: made once, then kept, so that sessions outlive a restart. */
export function localSecret(): string {
  const file = path.join(localFolder(), "secret");
  if (!fs.existsSync(file)) {
    const own = `${file}.${process.pid}`;
    fs.writeFileSync(own, randomBytes(32).toString("base64url"), { mode: 0o600 });
    try {
      // Of two that start at once one wins; a rename would let the loser's secret win later.
      fs.linkSync(own, file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    fs.rmSync(own);
  }
  return fs.readFileSync(file, "utf8").trim();
}
