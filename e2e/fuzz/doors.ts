import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Node, VariableDeclarator } from "oxc-parser";
import { visit } from "../architecture/walk";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const METHODS = ["GET", "POST"] as const;

/** One address of the product and what it is asked by: a page, a route of ours, or one of next-auth's. */
export type Door = { method: (typeof METHODS)[number]; path: string };

/** What stands in for a value that exists only while the lab runs: see `world.ts`. */
export const MATERIALS = [
  "address",
  "password",
  "link",
  "registration",
  "reset",
  "used",
  "session",
  "sessionId",
  "browser",
  "code",
  "csrf",
  "person",
] as const;
export type Material = (typeof MATERIALS)[number];

/** The fields that a good form of each door has. A door that is not named here is refused by `doors()`. */
const FORMS: Record<string, Record<string, Material | { is: string }>> = {
  "/api/auth/signin/email": { email: "address", callbackUrl: { is: "/facturas?x=1" } },
  "/api/auth/signin/google": { callbackUrl: { is: "/cuenta" } },
  "/api/auth/callback/credentials": { email: "address", password: "password" },
  "/api/auth/callback/email": { token: "link" },
  "/api/auth/signout": { person: "person" },
  "/registro/crear": { name: { is: "Ana" }, email: "address", password: "password" },
  "/registro/verificar/confirmar": { token: "registration" },
  "/recuperar/enviar": { email: "address" },
  "/recuperar/nueva/guardar": { token: "reset", password: "password" },
  "/cuenta/perfil/guardar": { name: { is: "Ana" }, person: "person" },
  "/cuenta/sesiones/cerrar": { session: "sessionId", person: "person" },
  "/cuenta/sesiones/cerrar-todas": { person: "person" },
  "/cuenta/contrasena/guardar": { password: "password", person: "person" },
  "/cuenta/metodos/google/vincular": { person: "person" },
  "/cuenta/metodos/google/desvincular": { person: "person" },
  "/cuenta/eliminar/confirmar": { person: "person" },
  "/cuenta/datos": { person: "person" },
  "/cuenta/confirmar/contrasena": {
    password: "password",
    callbackUrl: { is: "/cuenta" },
    person: "person",
  },
  "/api/cron/cleanup": {},
};

/** What the addresses are asked with by GET; each page is asked with all of them. */
export const QUERY: Record<string, Material | { is: string }> = {
  token: "link",
  callbackUrl: { is: "/facturas" },
  error: { is: "CredentialsSignin" },
  email: "address",
  antes: { is: "5" },
  code: { is: "abc" },
  state: { is: "abc" },
};

/** What a good request of a door holds. */
export function formOf({ path }: Door): Record<string, Material | { is: string }> {
  return FORMS[path] ?? {};
}

/**
 * Every door there is, read from the folders of `app/` and from the tables of the handler in front of next-auth, so
 * that none is forgotten.
 * @throws when a door takes forms and `FORMS` does not know which, or when `FORMS` knows one that is gone
 */
export function doors(): Door[] {
  const files = readdirSync(join(ROOT, "app"), { recursive: true, encoding: "utf8" });
  const ours = files
    .filter((file) => /(?:^|\/)(?:page\.tsx|route\.ts)$/.test(file))
    .flatMap(ofFile);
  const all = [...ours, ...ofNextAuth()].sort((one, other) => one.path.localeCompare(other.path));
  const taking = all.filter(({ method }) => method === "POST").map(({ path }) => path);
  const unknown = taking.filter((path) => !Object.hasOwn(FORMS, path));
  const gone = Object.keys(FORMS).filter((path) => !taking.includes(path));
  if (unknown.length + gone.length > 0)
    throw new Error(`e2e/fuzz/doors.ts: without a form ${unknown}; no such door ${gone}`);
  return all;
}

/** The doors that take a form which changes something. The scheduler's is none: it proves itself by its secret. */
export function formDoors(): string[] {
  const taking = doors().filter(({ method }) => method === "POST");
  return taking.map(({ path }) => path).filter((path) => path !== "/api/cron/cleanup");
}

function ofFile(file: string): Door[] {
  const path = `/${file.replace(/(?:^|\/)(?:page\.tsx|route\.ts)$/, "")}`;
  if (path.includes("[")) return [];
  if (file.endsWith("page.tsx")) return [{ method: "GET", path }];
  return methodsOf(file).map((method) => ({ method, path }));
}

/** What a route handler of ours answers; what refuses a method is no door. */
function methodsOf(file: string): Door["method"][] {
  const named: string[] = [];
  visit(file, readFileSync(join(ROOT, "app", file), "utf8"), {
    ExportNamedDeclaration({ declaration, specifiers }) {
      if (declaration?.type === "FunctionDeclaration") named.push(declaration.id?.name ?? "");
      if (declaration?.type === "VariableDeclaration")
        named.push(...declaration.declarations.flatMap(answeredBy));
      for (const { local, exported } of specifiers)
        if (nameOf(local) !== "wrongMethodOrNothing") named.push(nameOf(exported));
    },
  });
  return METHODS.filter((method) => named.includes(method));
}

/** `endpoint(…)` takes a form by POST and refuses the rest; `wrongMethods(…)` refuses all. */
function answeredBy({ init }: VariableDeclarator): string[] {
  const isEndpoint = init?.type === "CallExpression" && nameOf(init.callee) === "endpoint";
  return isEndpoint ? ["POST"] : [];
}

/** The keys of the tables `GETS` and `POSTS` of the handler in front of next-auth. */
function ofNextAuth(): Door[] {
  const file = "lib/auth/handler.ts";
  const all: Door[] = [];
  visit(file, readFileSync(join(ROOT, file), "utf8"), {
    VariableDeclarator({ id, init }) {
      const method = METHODS.find((one) => nameOf(id) === `${one}S`);
      if (!method || init?.type !== "ObjectExpression") return;
      for (const property of init.properties)
        if (property.type === "Property")
          all.push({ method, path: `/api/auth/${nameOf(property.key)}` });
    },
  });
  const without = METHODS.find((one) => !all.some(({ method }) => method === one));
  if (without) throw new Error(`${file} has no table of ${without}`);
  return all;
}

function nameOf(node: Node): string {
  if (node.type === "Identifier") return node.name;
  return node.type === "Literal" ? String(node.value) : "";
}
