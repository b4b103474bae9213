import { afterEach, describe, expect, it } from "vitest";
import { inbox } from "@/e2e/support/unit";
import { led, said, whoIsIn } from "@/e2e/support/unit/auth";
import { Caller, PROGRAM } from "@/e2e/support/unit/caller";
import { SIGNED_OUT } from "@/e2e/support/unit/endpoints";
import { PASSWORD, withPassword } from "@/e2e/support/unit/passwords";
import { newPerson, someone } from "@/e2e/support/unit/people";
import { resetOf } from "@/e2e/support/unit/resets";
import { mint } from "@/e2e/support/unit/tokens";
import type { Email } from "../email";
import { newToken } from "../secrets";
import { findUserByEmail } from "../user/find";
import { cookieName } from "./cookies";

afterEach(() => inbox.fault({ mode: "none" }));

const paths = Object.keys(SIGNED_OUT) as (keyof typeof SIGNED_OUT)[];
const doors = (headers = {}) =>
  new Caller(
    (request) => SIGNED_OUT[request.nextUrl.pathname as (typeof paths)[number]].POST(request),
    headers,
  );
const program = () => doors(PROGRAM);

const register = (caller: Caller, email: string, more = {}) =>
  caller.post("/registro/crear", { name: "Ana", email, password: PASSWORD, ...more });
const tokenFor = async (address: Email) =>
  new URL((await inbox.wait(address)).links[0] ?? "").searchParams.get("token") ?? "";

describe("a door", () => {
  it.each(paths)("takes a POST of our own pages alone: %s", async (path) => {
    const { GET, POST, PUT, PATCH, DELETE } = SIGNED_OUT[path];
    for (const handle of [GET, PUT, PATCH, DELETE]) {
      const response = await new Caller(handle, PROGRAM).get(path);
      expect([response.status, response.headers.get("allow")]).toEqual([405, "POST"]);
    }
    const foreign = new Caller(POST, { ...PROGRAM, "sec-fetch-site": "cross-site" });
    const address = someone();
    const response = await foreign.post(path, { name: "Ana", email: address, password: PASSWORD });
    expect(await said(response)).toMatchObject({ status: 403, error: "WrongOrigin" });
    expect(await inbox.mails(address)).toEqual([]);
  });

  it.each(paths)("answers nonsense with a 4xx and a sentence: %s", async (path) => {
    const odd: [RequestInit, number][] = [
      [{ body: "{", headers: { "content-type": "application/json" } }, 400],
      [{ body: "a".repeat(17_000) }, 413],
      [{ body: "a=1", headers: { "content-type": "text/plain" } }, 415],
      [{ body: Buffer.from([0x61, 0x3d, 0xff]) }, 400],
    ];
    for (const [{ body, headers }, status] of odd) {
      const type = { "content-type": "application/x-www-form-urlencoded", ...headers };
      const response = await doors().send(path, { method: "POST", body, headers: type });
      expect(response.status).toBe(status);
      expect(await response.text()).toMatch(/\.$/);
    }
  });

  it.each(paths.filter((path) => path !== "/recuperar/enviar"))(
    "takes what is no token for an unknown one: %s",
    async (path) => {
      const headers = { "content-type": "application/json" };
      for (const token of ['""', '"\\ud800"', '"<script>"', '["a"]', '"a","token":"b"']) {
        const body = `{"name":"Ana","password":"${PASSWORD}","token":${token}}`;
        const response = await program().send(path, { method: "POST", body, headers });
        expect(await said(response)).toMatchObject({ status: 401, error: "LinkUnknown" });
      }
    },
  );
});

describe("registering", () => {
  it("in one browser, and confirming there, keeps the password and signs in", async () => {
    const address = someone();
    const caller = doors();
    expect(led(await register(caller, address, { callbackUrl: "/facturas" }))).toEqual([
      303,
      "/registro/enviado",
    ]);
    const token = await tokenFor(address);
    expect(led(await caller.post("/registro/verificar/confirmar", { token }))).toEqual([
      303,
      "/facturas",
    ]);
    expect(await whoIsIn(caller)).toMatchObject({ address, hasPassword: true });
  });

  it("confirmed in another browser asks for a password, or none", async () => {
    const address = someone();
    await register(doors(), address);
    const caller = doors();
    await caller.post("/registro/verificar/confirmar", { token: await tokenFor(address) });
    expect(await whoIsIn(caller)).toMatchObject({ address, hasPassword: false });
  });

  it("answers the same with and without an account, mail and all", async () => {
    const { address } = await withPassword();
    const shape = async (email: Email) => {
      const first = await register(doors(), email);
      const cookies = first.headers.getSetCookie().map((line) => line.replace(/=[^;]*;/, ";"));
      const second: Record<string, unknown> = await said(await register(program(), email));
      await inbox.wait(email);
      const message = String(second.message).replace(/\d+ segundos/, "N segundos");
      return [led(first), cookies, { ...second, message, retryAfter: 0 }];
    };
    expect(await shape(address)).toEqual(await shape(someone()));
  });

  it("or recovering begins a session of that kind, and what was chosen is marked as the way in", async () => {
    const [address, other] = [someone(), someone()];
    const began = async (caller: ReturnType<typeof doors>) => [
      (await whoIsIn(caller))?.session.method,
      caller.cookies.get(cookieName("last")),
    ];
    const caller = doors();
    await register(caller, address);
    const token = await tokenFor(address);
    await caller.post("/registro/verificar/confirmar", { token });
    expect(await began(caller)).toEqual(["registration", "password"]);

    const elsewhere = doors();
    await register(doors(), other);
    await elsewhere.post("/registro/verificar/confirmar", { token: await tokenFor(other) });
    expect(await began(elsewhere)).toEqual(["registration", "email"]);

    const forgetful = doors();
    const password = "mi nueva frase secreta";
    const reset = await resetOf(address);
    await forgetful.post("/recuperar/nueva/guardar", { token: reset, password });
    expect(await began(forgetful)).toEqual(["recovery", "password"]);
  });

  it("says what is wrong with each field", async () => {
    const wrong: Record<string, unknown> = await said(
      await register(program(), "ana", { name: "", password: "corta" }),
    );
    expect(wrong).toMatchObject({ status: 422, error: "WrongField" });
    expect(Object.keys(wrong.fields as object).sort()).toEqual(["email", "name", "password"]);
    expect(await said(await register(program(), someone(), { password: "corta" }))).toMatchObject({
      status: 422,
      fields: { password: expect.any(String) },
    });
  });

  it("whose mail is refused is said, and may be tried again at once", async () => {
    const address = someone();
    await inbox.fault({ mode: "reject-recipient" });
    expect(await said(await register(program(), address))).toMatchObject({
      status: 502,
      error: "EmailSignin",
    });
    await inbox.fault({ mode: "none" });
    expect((await register(program(), address)).status).toBe(200);
  });

  it("by a magic link of an address without an account is confirmed already", async () => {
    const address = someone();
    const { token } = await mint(address);
    const caller = doors();
    expect(led(await caller.post("/registro/crear", { token, name: "Ana" }))).toEqual([
      303,
      "/cuenta",
    ]);
    expect(await whoIsIn(caller)).toMatchObject({ address, name: "Ana" });
    const again = await program().post("/registro/crear", { token, name: "Ana" });
    expect(await said(again)).toMatchObject({ status: 401, error: "LinkUsed" });
  });

  it.each(["", "a", newToken(), "\0", "<script>"])("is not confirmed by %j", async (token) => {
    const response = await program().post("/registro/verificar/confirmar", { token });
    expect(await said(response)).toMatchObject({ status: 401, error: "LinkUnknown" });
  });
});

describe("a forgotten password", () => {
  it("is chosen anew by the mail, and signs in", async () => {
    const { address } = await withPassword();
    const caller = doors();
    expect(led(await caller.post("/recuperar/enviar", { email: address }))).toEqual([
      303,
      "/recuperar/enviado",
    ]);
    const token = await tokenFor(address);
    const password = "mi nueva frase secreta";
    const save = () => caller.post("/recuperar/nueva/guardar", { token, password });
    expect(led(await save())).toEqual([303, "/cuenta"]);
    expect(await whoIsIn(caller)).toMatchObject({ address });
    expect(led(await save())).toEqual([303, `/recuperar/nueva?token=${token}`]);
  });

  it("answers the same with and without an account", async () => {
    const { address } = await newPerson();
    const shape = async (email: Email) => {
      const first = await program().post("/recuperar/enviar", { email });
      const second = await program().post("/recuperar/enviar", { email });
      await inbox.wait(email);
      return [await said(first), { ...(await said(second)), retryAfter: 0 }];
    };
    const unknown = someone();
    expect(await shape(address)).toEqual(await shape(unknown));
    expect(await findUserByEmail(unknown)).toBeNull();
  });
});
