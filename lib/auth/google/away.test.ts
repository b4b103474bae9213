import { afterEach, describe, expect, it } from "vitest";
import { google } from "@/e2e/support/unit";
import { AUTH, auth, browser, led, said } from "@/e2e/support/unit/auth";
import { Caller, PROGRAM } from "@/e2e/support/unit/caller";
import { back, start } from "@/e2e/support/unit/google";
import { someone } from "@/e2e/support/unit/people";

afterEach(() => google.fault({ mode: "none" }));

describe("going to Google", () => {
  it.each(["down", "hang"] as const)(
    "while it is away (%s) ends on our page, soon",
    async (mode) => {
      await start(browser());
      await google.fault({ mode });
      const begun = performance.now();
      const person = await browser().post(`${AUTH}/signin/google`);
      expect(led(person)).toEqual([303, "/login?error=OAuthSignin"]);
      expect(performance.now() - begun).toBeLessThan(5000);
      const program = await new Caller(auth, PROGRAM).post(`${AUTH}/signin/google`);
      expect(Number(program.headers.get("retry-after"))).toBeGreaterThan(0);
      expect(await said(program)).toMatchObject({ status: 503, error: "OAuthSignin" });
      await google.fault({ mode: "none" });
      expect((await start(browser())).url.origin).toBe(google.origin);
    },
  );
});

describe("coming back from Google", () => {
  it("while Google is away says so, and the other ways in do not notice", async () => {
    const { sub } = await google.add({ email: someone("gmail.com") });
    const caller = browser();
    const path = await back(caller, sub);
    await google.fault({ mode: "down" });
    const begun = performance.now();
    expect(led(await caller.get(path))).toEqual([303, "/login?error=OAuthCallback"]);
    expect((await caller.post(`${AUTH}/signin/email`, { email: someone() })).status).toBe(303);
    expect(performance.now() - begun).toBeLessThan(10_000);
  });
});
