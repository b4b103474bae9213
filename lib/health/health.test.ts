import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { GET as health } from "@/app/api/health/route";
import { google, inbox } from "@/e2e/support/unit";
import { Caller } from "@/e2e/support/unit/caller";
import { tell } from "@/e2e/support/unit/settings";

// the interval alone: what is checked answers in its own time
beforeAll(() => vi.useFakeTimers({ toFake: ["setInterval"] }));
afterAll(async () => {
  vi.useRealTimers();
  await Promise.all([inbox.fault({ mode: "none" }), google.fault({ mode: "none" })]);
});

const ask = () => new Caller(health).get("/api/health");
const told = async () => (await ask()).json() as Promise<{ checks: Record<string, string> }>;
const becomes = (expected: Record<string, string>) =>
  vi.waitFor(async () => expect((await told()).checks).toEqual({ database: "ok", ...expected }), {
    timeout: 8000,
    interval: 50,
  });

it("says nothing of mail and Google before it has checked them, and `off` where there is none", async () => {
  await Promise.all([inbox.fault({ mode: "hang" }), google.fault({ mode: "hang" })]);
  const first = await ask();
  expect([first.status, await first.json()]).toEqual([
    200,
    { status: "ok", checks: { database: "ok", mail: "unknown", google: "unknown" } },
  ]);
  await becomes({ mail: "down", google: "down" });
  await Promise.all([inbox.fault({ mode: "none" }), google.fault({ mode: "none" })]);
  vi.advanceTimersByTime(25_000);
  await becomes({ mail: "ok", google: "ok" });
  tell({ GOOGLE_CLIENT_ID: undefined, GOOGLE_CLIENT_SECRET: undefined });
  expect(await told()).toMatchObject({ checks: { google: "off" } });
  tell({ GOOGLE_CLIENT_ID: "local-google", GOOGLE_CLIENT_SECRET: "local-google-secret" });
});

it("does not tell what it saw before it stood still for half a minute", async () => {
  await becomes({ mail: "ok", google: "ok" });
  const later = performance.now() + 31_000;
  const clock = vi.spyOn(performance, "now").mockImplementation(() => later);
  expect(await told()).toMatchObject({ checks: { mail: "unknown", google: "unknown" } });
  clock.mockRestore();
});

it("what it tells of mail and Google is at most 30 s old, and not waited for", async () => {
  await becomes({ mail: "ok", google: "ok" });
  await Promise.all([inbox.fault({ mode: "hang" }), google.fault({ mode: "hang" })]);
  vi.advanceTimersByTime(25_000);
  const begun = performance.now();
  expect(await told()).toMatchObject({ status: "ok" });
  expect(performance.now() - begun).toBeLessThan(2000);
  await becomes({ mail: "down", google: "down" });
  const degraded = await ask();
  expect(degraded.status).toBe(200);
  expect(await degraded.json()).toMatchObject({ status: "degraded" });
  await Promise.all([inbox.fault({ mode: "none" }), google.fault({ mode: "none" })]);
  vi.advanceTimersByTime(25_000);
  await becomes({ mail: "ok", google: "ok" });
});
