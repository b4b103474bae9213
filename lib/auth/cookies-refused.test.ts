import { beforeAll, describe, expect, it } from "vitest";
import { database, inbox } from "@/e2e/support/unit";
import { AUTH, auth, led, said, whoIsIn } from "@/e2e/support/unit/auth";
import { Caller, type Handler, PROGRAM } from "@/e2e/support/unit/caller";
import { SIGNED_OUT } from "@/e2e/support/unit/endpoints";
import { PASSWORD, withPassword } from "@/e2e/support/unit/passwords";
import { newPerson, someone } from "@/e2e/support/unit/people";
import { mint } from "@/e2e/support/unit/tokens";
import type { Email } from "../email";
import { cookieName } from "../http/cookies";
import { newToken } from "../secrets";
import type { TokenPurpose } from "../token/one-time";

const ENDPOINTS: Record<string, { POST: Handler }> = SIGNED_OUT;
const anyEndpoint: Handler = (request) =>
  (ENDPOINTS[request.nextUrl.pathname]?.POST ?? auth)(request);
/** A browser, or a program, that has come with nothing yet: so comes, every time, one that refuses cookies. */
const refusing = (headers = {}) => new Caller(anyEndpoint, headers);

/** How many rows every table has. */
async function rows(): Promise<Record<string, number>> {
  const [found] = await database.sql<{ rows: Record<string, number> }>(
    `select jsonb_object_agg(table_name, (xpath('/row/n/text()', query_to_xml(
        format('select count(*) as n from %I', table_name), false, true, '')))[1]::text::int) as rows
       from information_schema.tables where table_schema = 'public'`,
  );
  return found?.rows ?? {};
}

type Sent = { path: string; page: string; fields: Record<string, string> };
const sent: Record<string, Sent> = {};
let person: { address: Email };

beforeAll(async () => {
  person = await withPassword();
  const unused = async (purpose: TokenPurpose, address: Email) =>
    (await mint(address, { purpose })).token;
  const link = await unused("magic-link", person.address);
  const registration = await unused("registration", someone());
  const proved = await unused("magic-link", someone());
  const reset = await unused("reset", person.address);
  const [email, password] = [person.address, PASSWORD];
  Object.assign(sent, {
    "a right password": {
      path: `${AUTH}/callback/credentials`,
      page: "/login?",
      fields: { email, password },
    },
    "a link asked for": { path: `${AUTH}/signin/email`, page: "/login/correo?", fields: { email } },
    "the way to Google": { path: `${AUTH}/signin/google`, page: "/login?", fields: {} },
    "a link": {
      path: `${AUTH}/callback/email`,
      page: `/login/link?token=${link}&`,
      fields: { token: link },
    },
    "a code": {
      path: `${AUTH}/callback/email`,
      page: "/login/correo?",
      fields: { code: "123456" },
    },
    "a registration": {
      path: "/registro/crear",
      page: "/registro?",
      fields: { name: "Ana", email: someone(), password },
    },
    "a registration by a link": {
      path: "/registro/crear",
      page: `/registro?token=${proved}&`,
      fields: { name: "Ana", password, token: proved },
    },
    "a confirmation": {
      path: "/registro/verificar/confirmar",
      page: `/registro/verificar?token=${registration}&`,
      fields: { token: registration },
    },
    "a forgotten password": { path: "/recuperar/enviar", page: "/recuperar?", fields: { email } },
    "a new password": {
      path: "/recuperar/nueva/guardar",
      page: `/recuperar/nueva?token=${reset}&`,
      fields: { token: reset, password: "otra clave de prueba larga" },
    },
  } satisfies Record<string, Sent>);
});

describe.each([
  "a right password",
  "a link asked for",
  "the way to Google",
  "a link",
  "a code",
  "a registration",
  "a registration by a link",
  "a confirmation",
  "a forgotten password",
  "a new password",
])("from a browser that refuses cookies, %s", (name) => {
  const journey = () => sent[name] as Sent;
  const fields = () => ({ ...journey().fields, csrfToken: newToken(), callbackUrl: "/facturas" });

  it("is asked for once more, then leads back to its page, which is told, and writes nothing", async () => {
    const before = await rows();
    const { path, page } = journey();
    const first = refusing();
    expect(led(await first.post(path, fields()))).toEqual([307, "?otra-vez"]);
    expect(first.cookies.has(cookieName("csrf"))).toBe(true);
    const caller = refusing();
    const callback = "callbackUrl=%2Ffacturas&";
    expect(led(await caller.post(`${path}?otra-vez`, fields()))).toEqual([
      303,
      `${page}${callback}error=CookiesRefused`,
    ]);
    // whether this one comes back is how the page knows
    expect(caller.cookies.has(cookieName("csrf"))).toBe(true);
    expect(await rows()).toEqual(before);
  });

  it("tells a page that sends by fetch, and writes nothing", async () => {
    const before = await rows();
    const caller = refusing(PROGRAM);
    expect(await said(await caller.post(journey().path, fields()))).toMatchObject({
      status: 401,
      error: "CookiesRefused",
      url: expect.stringContaining("error=CookiesRefused"),
    });
    expect(caller.cookies.has(cookieName("csrf"))).toBe(true);
    expect(await rows()).toEqual(before);
  });
});

describe("a browser without a cookie of ours", () => {
  it("that keeps what it is given is let in at the second try", async () => {
    const caller = refusing(PROGRAM);
    const { path } = sent["a right password"] as Sent;
    const fields = { email: person.address, password: PASSWORD, csrfToken: newToken() };
    await caller.post(path, fields);
    expect((await caller.post(path, fields)).status).toBe(200);
    expect(await whoIsIn(caller)).toMatchObject({ address: person.address });
  });

  it("is not taken for one by another product's cookies", async () => {
    const caller = refusing(PROGRAM);
    caller.cookies.set("ingreso-4000.csrf", "another clone's");
    caller.cookies.set("theme", "dark");
    const fields = { email: person.address, csrfToken: newToken() };
    expect(await said(await caller.post(`${AUTH}/signin/email`, fields))).toMatchObject({
      error: "CookiesRefused",
    });
  });

  it("is a program where it sends no page's form, and is answered as ever", async () => {
    const { address } = await newPerson();
    const response = await refusing(PROGRAM).post(`${AUTH}/signin/email`, { email: address });
    expect(response.status).toBe(200);
    expect(await inbox.wait(address)).toBeTruthy();
  });

  it("comes back from Google to a page that can tell", async () => {
    const caller = refusing();
    const response = await caller.get(`${AUTH}/callback/google?code=a&state=b`);
    expect(led(response)).toEqual([303, "/login?error=OAuthCallback"]);
    expect(caller.cookies.has(cookieName("csrf"))).toBe(true);
  });

  it("of another site is refused as such", async () => {
    const foreign = refusing({ ...PROGRAM, "sec-fetch-site": "cross-site" });
    const fields = { email: person.address, csrfToken: newToken() };
    expect(await said(await foreign.post(`${AUTH}/signin/email`, fields))).toMatchObject({
      status: 403,
      error: "WrongOrigin",
    });
  });
});
