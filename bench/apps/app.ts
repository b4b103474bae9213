/** One request, and the status it is answered with when all is well. */
export type Ask = {
  method: "GET" | "POST";
  path: string;
  headers: Record<string, string>;
  body?: string;
  status: number;
};

/** How a person uses one of the apps; all of them can do this much. */
export type Asks = {
  page: Ask;
  /** @param cookie of a signed-in user */
  session: (cookie: string) => Ask;
  link: (address: string) => Ask;
  /** @param link as it stood in the mail */
  open: (link: string) => Ask;
  signIn: (address: string, password: string) => Ask;
};

/** One of the apps that are measured: how it is made to run, and how it is used. */
export type App = {
  name: string;
  /** where it lies, built; and what starts it there */
  folder: string;
  command: string;
  /** its page with the sign-in form */
  page: string;
  settings: (at: {
    origin: string;
    databaseUrl: string;
    smtp: string;
    cost: number;
  }) => Record<string, string>;
  /** Makes its tables in an empty database. */
  prepare: (databaseUrl: string) => Promise<unknown>;
  /** SQL that adds people `p1@…`: by $1 their hash, $2 their domain, $3 how many */
  people: string;
  hash: (password: string, cost: number) => Promise<string>;
  asks: (origin: string) => Promise<Asks>;
};

export const PASSWORD = "tres cactus miran el mar";
export const FROM = "Bench <bench@localhost>";
/** for all of them: at least 32 characters, as each demands */
export const SECRET = "a secret of the bench alone, known to everybody";

const BROWSER = { "user-agent": "Mozilla/5.0 (X11; Linux x86_64) Chrome/142.0.0.0" };
export const HTML = { ...BROWSER, accept: "text/html", "accept-encoding": "gzip, deflate, br" };
const FORM_TYPE = "application/x-www-form-urlencoded";

export function form(fields: Record<string, string>) {
  return {
    headers: { ...HTML, "content-type": FORM_TYPE },
    body: String(new URLSearchParams(fields)),
  };
}

export function json(fields: Record<string, string>) {
  const headers = { ...BROWSER, accept: "application/json", "content-type": "application/json" };
  return { headers, body: JSON.stringify(fields) };
}

export const get = (path: string, headers: Record<string, string> = {}): Ask => ({
  ...{ method: "GET", path, headers: { ...HTML, ...headers }, status: 200 },
});

/** Another network each time: all requests come from this machine, which no limit of a network is meant for. */
export function somewhere(): Record<string, string> {
  const part = () => Math.floor(Math.random() * 256);
  return { "x-forwarded-for": `${20 + (part() % 70)}.${part()}.${part()}.${1 + (part() % 254)}` };
}
