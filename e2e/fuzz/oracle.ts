import { CATALOGUES } from "@/lib/messages/messages";
import { DEMO } from "@/local/demo/accounts";
import { ECHO } from "./hostile";
import type { Fuzzed } from "./request";
import type { Answer } from "./wire";
import { PASSWORD_SECRET } from "./world";

/** milliseconds; what takes longer is a fault, however right the answer is */
export const SLOWEST = 5000;
/** bytes: a browser drops a longer cookie whole (RFC 6265 §6.1) */
const LONGEST_COOKIE = 4096;
/** bytes: what the nginx of docs/deploy.md has room for; a longer head would become its 502 */
const LONGEST_HEAD = 16 * 1024;

/** The contract's table: which status an `error` comes with. Everything that is not named is a 401. */
const STATUSES: Record<string, number> = {
  Malformed: 400,
  WrongOrigin: 403,
  NotFound: 404,
  WrongMethod: 405,
  OtherPerson: 409,
  TooBig: 413,
  WrongType: 415,
  WrongField: 422,
  Throttled: 429,
};
const REFUSALS =
  /^(?:Link(?:Used|Ended|Expired|Unknown)|Code(?:Wrong|Ended)|SecondStep(?:Wrong|Ended)|Passkey(?:Unknown|Refused)|CredentialsSignin|CookiesRefused|SessionRequired|ProofRequired|OAuth(?:Signin|Callback|AccountNotLinked)|AccessDenied|Default)$/;
/** What no answer says: a stack, a query, a place on this machine. */
const INSIDES =
  /\n\s+at .+:\d+|node_modules|prisma|\bselect\b.+\bfrom\b|\.next\/|PostgreSQL|ECONN|TypeError/i;
/** Framings and heads that end the conversation before there is a request to answer. */
const WIRE_REFUSALS = [0, 400, 408, 413, 417, 431];
const SENTENCES = new Set(
  Object.values(CATALOGUES).flatMap(({ errors, refusals }) => [
    ...Object.values(errors).map(({ text }) => text),
    ...Object.values(refusals),
  ]),
);

export type Asked = { request: Fuzzed; answer: Answer; origin: string; issuer: string };

/** What is wrong with an answer, in words; nothing when it is as the contract says. */
export function complaintsAbout({ request, answer, origin, issuer }: Asked): string[] {
  const { status, headers, body, ms } = answer;
  const complaints: string[] = [];
  const expect = (holds: boolean, what: string) => {
    if (!holds) complaints.push(what);
  };
  const get = (name: string) => headers.find(([one]) => one === name)?.[1] ?? "";
  const whole = headers.map(([name, one]) => `${name}: ${one}`).join("\n") + body;
  const cut = request.framing !== "length" || request.headers.length > 0;

  expect(ms < SLOWEST && !answer.timedOut, `slow: ${Math.round(ms)} ms`);
  expect(status < 500 && (status > 0 || cut || request.method === "CONNECT"), `status ${status}`);
  if (status === 0) return complaints;
  expect(!ECHO.test(whole), "an echo, unescaped");
  expect(
    !whole.includes(PASSWORD_SECRET) && !whole.includes(DEMO.password),
    "a password came back",
  );
  expect(!INSIDES.test(body), "insides");
  expect(whole.length - body.length <= LONGEST_HEAD, "a head too long");
  for (const [name, cookie] of headers)
    if (name === "set-cookie")
      expect(
        /^ingreso-\d+\.\w+=[\w.%~!*'()-]*;/.test(cookie) &&
          /; Max-Age=\d+/.test(cookie) &&
          !/expires/i.test(cookie) &&
          ["Path=/", "HttpOnly", "SameSite=Lax"].every((one) => cookie.includes(`; ${one}`)),
        `cookie ${cookie.slice(0, 60)}`,
      );
  const cookies = headers.filter(([name]) => name === "set-cookie");
  expect(
    cookies.every(([, one]) => one.length <= LONGEST_COOKIE),
    "a cookie too long",
  );

  const location = get("location");
  if (status >= 300 && status < 400 && status !== 304) {
    const led = URL.canParse(location, origin) ? new URL(location, origin).origin : "nowhere";
    expect([origin, issuer].includes(led), `leads to ${led}`);
  }
  if (status === 405) expect(get("allow") !== "", "a 405 that does not say what is allowed");
  if (get("x-request-id") === "") {
    expect(WIRE_REFUSALS.includes(status) || status === 405, `${status} without a request id`);
    expect(status === 0 || get("content-type") !== "", `${status} without a word`);
    return complaints;
  }
  if (body === "") {
    if (status === 303) expect(get("cache-control").includes("no-store"), "a 303 that is stored");
    return complaints;
  }
  const [type = ""] = get("content-type").split(";");
  switch (type) {
    case "text/html":
    case "text/x-component": {
      // saved, not shown
      if (get("content-disposition").startsWith("attachment;")) break;
      const policy = get("content-security-policy");
      expect(
        /script-src 'self'/.test(policy) &&
          !/unsafe-|strict-dynamic/.test(policy) &&
          policy.includes("frame-ancestors 'none'"),
        "no policy",
      );
      expect(get("x-content-type-options") === "nosniff", "no nosniff");
      expect(
        get("referrer-policy") !== "" &&
          get("permissions-policy") !== "" &&
          get("cross-origin-opener-policy") !== "",
        "no headers of a page",
      );
      expect(get("cache-control").includes("no-store"), "a page that is stored");
      break;
    }
    case "application/json":
      complaints.push(...complaintsAboutJson(answer, get, origin, issuer));
      break;
    case "text/plain":
      expect(
        SENTENCES.has(body) || /^Contact: /.test(body) || (status === 307 && body === location),
        `says ${body.slice(0, 60)}`,
      );
      break;
    case "":
      // Next leads on with the address alone
      expect(status === 308 && get("x-content-type-options") === "nosniff", "of no type");
      break;
    default:
      expect(
        /^(?:image\/(?:svg\+xml|png|x-icon)|text\/css|font\/)/.test(type),
        `of type ${type}: ${body.slice(0, 60)}`,
      );
  }
  return complaints;
}

function complaintsAboutJson(
  { status, body }: Answer,
  get: (name: string) => string,
  origin: string,
  issuer: string,
): string[] {
  if (get("content-disposition") !== "") return [];
  const complaints: string[] = [];
  if (!get("cache-control").includes("no-store")) complaints.push("JSON that is stored");
  const said: unknown = JSON.parse(body);
  // the readings of next-auth, the health and the clean-up have shapes of their own
  if (typeof said !== "object" || said === null || !("error" in said || "url" in said)) {
    if (status !== 200) complaints.push(`${status} without an error`);
    return complaints;
  }
  const { error, url, retryAfter, fields, message } = said as Record<string, unknown>;
  if (url !== undefined) {
    const led = typeof url === "string" && URL.canParse(url) ? new URL(url).origin : "nowhere";
    if (![origin, issuer].includes(led)) complaints.push(`leads to ${led}`);
  }
  if (error === undefined) {
    if (status !== 200) complaints.push(`${status} with a url alone`);
    return complaints;
  }
  if (
    (STATUSES[String(error)] ?? 401) !== status ||
    !(String(error) in STATUSES || REFUSALS.test(String(error)))
  )
    complaints.push(`${status} with ${error}`);
  if (typeof message !== "string" || !/^[A-ZÁÉ]/.test(message))
    complaints.push(`${error} without a sentence: ${message}`);
  if (status === 429 && String(retryAfter) !== get("retry-after"))
    complaints.push("429 without Retry-After");
  if (
    status === 422 &&
    Object.values(fields ?? {}).some((sentence) => !/^[A-ZÁÉÍÓÚ¿][^<>]+$/u.test(String(sentence)))
  )
    complaints.push(`422 without sentences: ${JSON.stringify(fields)}`);
  return complaints;
}
