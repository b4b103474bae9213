import { existsSync, readdirSync } from "node:fs";
import { unstable_doesMiddlewareMatch as isProxied } from "next/experimental/testing/server";
import { beforeAll, describe, expect, it } from "vitest";
import { Caller } from "@/e2e/support/unit/caller";
import { tell } from "@/e2e/support/unit/settings";
import { config } from "@/proxy";
import { DOCUMENTS } from "./http/documents";
import {
  detour,
  formPageOf,
  holdsToken,
  isEndpoint,
  mayBeCallback,
  meantBy,
  methodsAt,
  needsDatabase,
  PATHS,
  ROUTES,
  withQuery,
} from "./routes";

const APP = new URL("../app/", import.meta.url);
const CATCH_ALL = "/api/auth/[...nextauth]";
const FILES = readdirSync(APP, { recursive: true, encoding: "utf8" }).filter(
  (file) => /(^|\/)route\.tsx?$/.test(file) && !file.startsWith("[...nowhere]"),
);
const pathOf = (file: string) => `/${file.replace(/(^|\/)[^/]*$/, "")}`;
type Sent = Record<string, string>;
const isAuth = (path: string) => path.startsWith("/api/auth/");
const NO_PROOF = { "sec-fetch-site": "cross-site" };
const HANDLERS = FILES.filter((file) => file.endsWith("route.ts") && pathOf(file) !== CATCH_ALL);

describe("the table of the site's addresses", () => {
  it("has a row for each page and route handler, and each row has its file", () => {
    expect(
      FILES.map(pathOf)
        .filter((path) => path !== CATCH_ALL)
        .sort(),
    ).toEqual(PATHS.filter((path) => !isAuth(path)).sort());
    expect(existsSync(new URL(`.${CATCH_ALL}/route.ts`, APP))).toBe(true);
  });

  it("knows pages by GET alone", () => {
    const pages = FILES.filter((file) => file.endsWith("route.tsx")).map(pathOf);
    expect(pages.map(methodsAt)).toEqual(pages.map(() => "GET, HEAD"));
  });

  describe("says which methods a route handler takes", () => {
    beforeAll(() => tell({ CRON_SECRET: "a secret of the tests, long enough" }));

    it.each(HANDLERS)("%s", async (file) => {
      const path = pathOf(file);
      const handler = await import(new URL(file, APP).pathname);
      const taken: string[] = [];
      for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE"]) {
        if (!handler[method]) continue;
        const { status } = await new Caller(handler[method], NO_PROOF).send(path, { method });
        if (status !== 405) taken.push(method);
      }
      expect(taken).toEqual(Object.entries(ROUTES).find(([one]) => one === path)?.[1].methods);
    });
  });

  it("names a page that is read for each form, and no form without one", () => {
    for (const [path, { methods, page }] of Object.entries(ROUTES)) {
      const takesForms = methods.includes("POST") && path !== "/api/cron/cleanup";
      expect([path, page !== undefined]).toEqual([path, takesForms]);
      if (page) expect(ROUTES[page].methods).toEqual(["GET"]);
    }
  });

  it("agrees with itself about what lies below one first segment", () => {
    for (const [path, { callback, database }] of Object.entries(ROUTES)) {
      expect([path, mayBeCallback(path)]).toEqual([path, callback]);
      expect([path, needsDatabase(path)]).toEqual([path, database]);
    }
  });

  it("leads every address through the proxy but pictures, documents and the one that must answer whatever is away", () => {
    const past = PATHS.filter((url) => !isProxied({ config, url }));
    const files = ["/icon.svg", "/favicon.ico", "/apple-touch-icon.png", "/api/health"];
    expect(past.toSorted()).toEqual([...files, ...DOCUMENTS].toSorted());
  });

  it.each<[string, { query?: string; headers?: Sent; cookies?: Sent }]>([
    ["a session", { cookies: { "ingreso-3000.session": "x" } }],
    ["a session under https", { cookies: { theme: "dark", "__Host-ingreso.session": "x" } }],
    ["an answer to a form", { cookies: { "ingreso-3000.form": "x" } }],
    ["a script", { headers: { "sec-fetch-mode": "cors" } }],
    ["a program", { headers: { accept: "application/json" } }],
    ["a form", { headers: { "content-type": "application/x-www-form-urlencoded" } }],
    ["a form without fields", { headers: { "content-length": "0" } }],
    ["an error", { query: "?error=Default" }],
    ["a callback URL", { query: "?callbackUrl=/cuenta" }],
    ["a token", { query: "?token=x" }],
  ])("leads a document through the proxy for %s", (_, { query = "", ...sent }) => {
    for (const path of DOCUMENTS)
      expect([path, isProxied({ config, url: path + query, ...sent })]).toEqual([path, true]);
  });
});

describe("an address", () => {
  it.each([
    "/nada",
    "/registro/nada",
    "/login/",
    "/cuenta/perfil",
    "/constructor",
    "",
    "/api/auth/session",
  ])("that is no page and no form of ours has no methods: %j", (path) =>
    expect(methodsAt(path)).toBeNull(),
  );

  it.each([
    ["/login", true],
    ["/cuenta/nada", true],
    ["/", true],
    ["/loginx", false],
    ["/nada", false],
    ["/.well-known/security.txt", false],
    ["/api/auth/nada", true],
    ["/api/auth/", false],
    ["/api/health", false],
    ["/api/nada", false],
  ])("%s needs the database: %s", (path, needs) => expect(needsDatabase(path)).toBe(needs));

  it.each([
    ["GET", "/api/auth/nada", true],
    ["GET", "/api/health", true],
    ["POST", "/api/nada", false],
    ["POST", "/registro/crear", true],
    ["GET", "/registro/crear", false],
    ["POST", "/registro", false],
  ])("is answered by a route handler: %s %s %s", (method, path, is) =>
    expect(isEndpoint(method, path)).toBe(is),
  );

  it.each([
    ["/registro/verificar/confirmar", "/registro/verificar"],
    ["/cuenta/metodos/google/vincular", "/cuenta"],
    ["/api/auth/signin/email", "/login/correo"],
    ["/api/auth/callback/credentials", "/login"],
    ["/cuenta/nada", "/cuenta"],
    ["/toString", "/cuenta"],
  ])("takes a form that stands elsewhere: %s at %s", (path, page) =>
    expect(formPageOf(path)).toBe(page),
  );

  it("holds a token where a link of a mail lands", () => {
    expect(PATHS.filter(holdsToken)).toEqual([
      "/login/dos-pasos/cancelar",
      "/login/link",
      "/registro",
      "/registro/verificar",
      "/recuperar/nueva",
      "/cuenta/correo/confirmar",
      "/cuenta/correo/deshacer",
    ]);
  });

  it.each([".", ",", ")", ">", " ", "”", "»", '"', "*", "_", "\u200b", ").", "\r\n", "!?"])(
    "is meant where a sentence has put a sign behind it: %j",
    (sign) => expect(meantBy(`/registro${sign}`)).toBe("/registro"),
  );

  it.each([
    "/registro",
    "/nada.",
    "/registro/crear.",
    "/login\\",
    "/login.x",
    `/${".".repeat(30_000)}x`,
  ])("is not guessed: %.40j", (path) => expect(meantBy(path)).toBeNull());
});

describe("a query", () => {
  it("is left out where there is none", () => {
    expect(withQuery("/login", { callbackUrl: null })).toBe("/login");
  });

  it("keeps an order, and escapes what it holds", () => {
    const query = { error: "Default", callbackUrl: "/a?b=c&d#e", token: "x" };
    expect(withQuery("/registro", query)).toBe(
      "/registro?token=x&callbackUrl=%2Fa%3Fb%3Dc%26d%23e&error=Default",
    );
  });

  it("keeps a token that is empty: its page says that the link is none", () => {
    expect(withQuery("/registro", { token: "" })).toBe("/registro?token=");
  });

  it("leaves a path readable that a person is led back to", () => {
    expect(detour("/login", "/cuenta", "SessionRequired")).toBe(
      "/login?callbackUrl=/cuenta&error=SessionRequired",
    );
    expect(detour("/cuenta/confirmar", "/a?b=/c#d")).toBe(
      "/cuenta/confirmar?callbackUrl=/a%3Fb%3D/c%23d",
    );
  });
});
