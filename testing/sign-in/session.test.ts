import { parseSetCookie } from "cookie";
import { expect, it } from "vitest";
import { database } from "@/e2e/support/unit";
import { AUTH, auth, whoIsIn } from "@/e2e/support/unit/auth";
import { Caller } from "@/e2e/support/unit/caller";
import { makePerson } from "../person/make";
import type { Person } from "../person/person";
import { openSession, type StorageState } from "./session";

const CHROME =
  "Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36";
const browser = () => new Caller(auth, { "user-agent": CHROME });
const app = process.env.NEXTAUTH_URL ?? "";
const settings = {
  NEXTAUTH_URL: app,
  NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET ?? "",
  BCRYPT_COST: "10",
};
const there = { database, place: { app, google: null, settings }, network: "10.1.2.0/24" };

/** What the product keeps of their sessions, without what differs from one to the next. */
const kept = ({ id }: Person) =>
  database.sql(
    `select s.method, s.device, s.network ~ '^10[.0-9]+/24$' as "hasNetwork", s."endedAt",
       round(extract(epoch from s."provedAt" - s."createdAt")) as proved,
       round(extract(epoch from s."idleExpires" - s."createdAt")) as idle,
       round(extract(epoch from s."absoluteExpires" - s."createdAt")) as absolute,
       (select count(*)::int from "Device" d where d."userId" = s."userId") as devices
     from "Session" s where "userId" = $1`,
    [id],
  );

/** A browser with these cookies. */
function browserWith({ cookies }: StorageState) {
  const caller = browser();
  for (const { name, value } of cookies) caller.cookies.set(name, value);
  return caller;
}

const enter = (caller: ReturnType<typeof browser>, { email, password }: Person) =>
  caller.post(`${AUTH}/callback/credentials`, { email, password: password ?? "" });

it("a session by SQL is what the product opens itself, in its row and in its cookies", async () => {
  const [ana, luis] = [await makePerson({}, there), await makePerson({}, there)];
  const response = await enter(browser(), ana);
  const state = await openSession(luis, "password", there);

  expect(await kept(luis)).toEqual(await kept(ana));
  const now = Date.now() / 1000;
  const set = response.headers.getSetCookie().map((line) => parseSetCookie(line));
  const product = set.filter(({ maxAge }) => maxAge);
  expect(state.cookies.map(({ name }) => name).sort()).toEqual(
    product.map(({ name }) => name).sort(),
  );
  for (const { name, value, expires, ...cookie } of state.cookies) {
    const own = product.find((one) => one.name === name);
    expect(value).toHaveLength(own?.value?.length ?? 0);
    expect(Math.abs(expires - now - (own?.maxAge ?? 0))).toBeLessThan(60);
    expect(cookie).toEqual({
      ...{ domain: "localhost", path: own?.path, httpOnly: own?.httpOnly, secure: false },
      sameSite: "Lax",
    });
  }
  expect(await whoIsIn(browserWith(state))).toMatchObject({
    ...{ id: luis.id, address: luis.email },
    session: { method: "password", reauthenticated: true },
  });
});

it("the browser of such a session is a known one: signing in there again tells nobody of a new device", async () => {
  const ana = await makePerson({}, there);
  await enter(browserWith(await openSession(ana, "link", there)), ana);
  const notices = () => database.sql(`select kind from "Notice" where address = $1`, [ana.email]);
  expect(await notices()).toEqual([]);
  await enter(browser(), ana);
  expect(await notices()).toEqual([{ kind: "new-device" }]);
});

it("a link and a code open a session by mail, whatever else they are made with", async () => {
  const ana = await makePerson({ google: false, passkey: true, secondStep: true }, there);
  for (const way of ["link", "code", "passkey", "google"] as const)
    await openSession(ana, way, there);
  const methods = (await kept(ana)).map(({ method }) => method);
  expect(methods.sort()).toEqual(["email", "email", "google", "passkey"]);
});

it("over https its cookies are bound to the host", async () => {
  const secure = {
    app: "https://ingreso.example.com",
    google: null,
    settings: { ...settings, NEXTAUTH_URL: "https://ingreso.example.com" },
  };
  const ana = await makePerson({}, there);
  const { cookies } = await openSession(ana, "password", { ...there, place: secure });
  expect(cookies[0]).toMatchObject({ name: "__Host-ingreso.session", secure: true });
});

it("who has no account any more is not signed in", async () => {
  const ana = await makePerson({}, there);
  await database.sql(`delete from "User" where id = $1`, [ana.id]);
  await expect(openSession(ana, "password", there)).rejects.toThrow("has no account any more");
});
