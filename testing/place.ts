import { readFileSync } from "node:fs";
import { isLoopback } from "@/lib/ip";
import { embeddedUrl } from "../local/postgres/url";

/** Where the product runs that a suite drives, and what of it can be reached from here. */
export type Place = Readonly<{
  /** origin of the app */
  app: string;
  /** of each of its processes that are known, `app` first */
  apps: readonly string[];
  /** address of the local inbox's web page, or of a Mailpit's; null where nobody can look into mailboxes */
  inbox: string | null;
  /** origin of the local Google; null in front of the real one, and where there is no `databaseUrl` */
  google: string | null;
  /** null at a deployment, and where the database may be somebody's */
  databaseUrl: string | null;
  /** what a local app was started with; empty at a deployment */
  settings: Readonly<Record<string, string>>;
}>;

/** What `.local/<PORT>.json` says, as `npm run dev` and `npm run preview` write it. */
export type State = {
  app: string;
  inbox: string | null;
  google: string;
  databaseUrl: string;
  env: Record<string, string>;
};

/** Nothing tells where the product runs. */
export class NoPlace extends Error {
  override readonly name = "NoPlace";
}

/**
 * @param told `BASE_URL`, a deployment, with `INBOX_URL` where its mails can be read; else `INGRESO_LOCAL`, the file
 * `.local/<PORT>.json` of a local one, with `INGRESO_SECOND`, the origin of a second process beside it, and
 * `INGRESO_TEST_DATABASE=1` where its database is a named one that was made for tests
 * @throws NoPlace
 */
export function placeOf(told: Record<string, string | undefined>): Place {
  const { BASE_URL, INBOX_URL, INGRESO_LOCAL, INGRESO_SECOND, INGRESO_TEST_DATABASE } = told;
  if (BASE_URL) {
    const app = originOf("BASE_URL", BASE_URL);
    const inbox = INBOX_URL ? read("INBOX_URL", INBOX_URL).href : null;
    return { app, apps: [app], inbox, google: null, databaseUrl: null, settings: {} };
  }
  if (!INGRESO_LOCAL)
    throw new NoPlace(
      "where is Ingreso? INGRESO_LOCAL=…/.local/3000.json names a local one (npm run preview), BASE_URL=https://… a deployment",
    );
  const second = INGRESO_SECOND ? [originOf("INGRESO_SECOND", INGRESO_SECOND)] : [];
  return placeOfState(stateIn(INGRESO_LOCAL), second, INGRESO_TEST_DATABASE === "1");
}

/**
 * @param others origins of more processes on the same database
 * @param forTests a named database may be somebody's, also at localhost, where a tunnel may lead anywhere: nothing is written
 * there unless that is said
 */
export function placeOfState(state: State, others: string[] = [], forTests = false): Place {
  const { app, inbox, env: settings } = state;
  const databaseUrl = forTests || isEmbedded(state.databaseUrl) ? state.databaseUrl : null;
  // a real one takes no orders, and before somebody's database a local one would open anybody's account
  const google = databaseUrl !== null && isHere(state.google) ? state.google : null;
  return { app, apps: [app, ...others], inbox, google, databaseUrl, settings };
}

const isEmbedded = (url: string) => URL.canParse(url) && url === embeddedUrl(new URL(url).port);
const isHere = (url: string) => URL.canParse(url) && isLoopback(new URL(url).hostname);

function stateIn(file: string): State {
  try {
    const state = JSON.parse(readFileSync(file, "utf8")) as State;
    if (URL.canParse(state.app) && state.env) return state;
  } catch {
    // said below
  }
  throw new NoPlace(`INGRESO_LOCAL=${file} cannot be read: is npm run preview running there?`);
}

const originOf = (name: string, url: string) => read(name, url).origin;

function read(name: string, url: string): URL {
  if (!/^https?:/.test(url) || !URL.canParse(url))
    // it may hold a password
    throw new NoPlace(`${name}=${url.replace(/^.*@/, "…@")} is no address (https://…)`);
  return new URL(url);
}
