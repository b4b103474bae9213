import { beforeAll, describe, expect, it } from "vitest";
import { database, google } from "@/e2e/support/unit";
import { AUTH, auth, browser, led, said, whoIsIn } from "@/e2e/support/unit/auth";
import { Caller, PROGRAM } from "@/e2e/support/unit/caller";
import { back } from "@/e2e/support/unit/google";
import { PASSWORD, withPassword } from "@/e2e/support/unit/passwords";
import { someone } from "@/e2e/support/unit/people";
import { tell } from "@/e2e/support/unit/settings";
import { Wire } from "@/e2e/support/unit/wire";
import { cookieName } from "../http/cookies";
import { newToken } from "../secrets";

let wire: Wire;
beforeAll(async () => {
  wire = await Wire.to(database.url);
  tell({ DATABASE_URL: wire.url });
});

describe("while the database is away", () => {
  it("every door that needs it says so within five seconds, and all works again at its return", async () => {
    const { address } = await withPassword();
    const caller = browser();
    const enter = () =>
      caller.post(`${AUTH}/callback/credentials`, { email: address, password: PASSWORD });
    await enter();
    const session = caller.cookies.get(cookieName("session"));
    const doors = [
      ["signin/email", { email: address }],
      ["callback/credentials", { email: address, password: PASSWORD }],
      ["callback/email", { token: newToken() }],
      ["signout", {}],
    ] as const;
    const { sub } = await google.add({ email: someone("gmail.com") });
    const returning = browser();
    const path = await back(returning, sub);
    wire.cut();
    for (const [action, fields] of doors) {
      const program = new Caller(auth, PROGRAM);
      program.cookies.set(cookieName("session"), session ?? "");
      const begun = performance.now();
      const response = await program.post(`${AUTH}/${action}`, fields);
      expect(performance.now() - begun).toBeLessThan(5000);
      expect(response.headers.get("retry-after")).toMatch(/^\d+$/);
      expect(await said(response)).toMatchObject({ status: 503, error: "Away" });
    }
    expect((await returning.get(path)).status).toBe(503);
    // nobody is signed out by it
    const reading = await caller.get(`${AUTH}/session`);
    expect(reading.status).toBe(503);
    expect(caller.cookies.get(cookieName("session"))).toBe(session);
    const posted = await caller.post(`${AUTH}/signout`);
    expect(posted.status).toBe(503);
    expect(caller.cookies.get(cookieName("session"))).toBe(session);

    wire.mode = "whole";
    expect(await whoIsIn(caller)).toMatchObject({ address });
    expect((await enter()).status).toBe(303);
    expect(led(await returning.get(path))).toEqual([303, "/cuenta"]);
  });
});
