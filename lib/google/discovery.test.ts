import { afterEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { google } from "@/e2e/support/unit";
import { freshDiscovery, GoogleAway, googleDiscovery, googleReachable } from "./discovery";

afterEach(() => google.fault({ mode: "none" }));

describe("what Google says of itself", () => {
  // in this order: what was learnt once is kept
  it("is nothing while it is away from the beginning, said within five seconds", async () => {
    await google.fault({ mode: "hang" });
    const begun = performance.now();
    await expect(googleDiscovery(google.origin)).rejects.toThrow(GoogleAway);
    expect(performance.now() - begun).toBeLessThan(5000);
    await google.fault({ mode: "down" });
    await expect(googleDiscovery(google.origin)).rejects.toThrow(GoogleAway);
  });

  it("is not believed of another issuer", async () => {
    const elsewhere = google.origin.replace("localhost", "127.0.0.1");
    await expect(googleDiscovery(elsewhere)).rejects.toThrow(GoogleAway);
  });

  it("serves while it is away afterwards, though that is known", async () => {
    const said = await googleDiscovery(google.origin);
    expect(said).toMatchObject({ issuer: google.origin });
    expect(await googleReachable(google.origin)).toBe(true);
    await google.fault({ mode: "down" });
    expect(await googleReachable(google.origin)).toBe(false);
    expect(await googleDiscovery(google.origin)).toEqual(said);
    await expect(freshDiscovery(google.origin)).rejects.toThrow(GoogleAway);
    await google.fault({ mode: "none" });
    expect(await googleReachable(google.origin)).toBe(true);
    expect(await freshDiscovery(google.origin)).toEqual(said);
  });

  it("is asked for once by all who ask at the same time, and again by whoever comes later", async () => {
    const asked = vi.spyOn(globalThis, "fetch");
    onTestFinished(() => asked.mockRestore());
    const said = await Promise.all([
      ...[1, 2, 3].map(() => freshDiscovery(google.origin)),
      googleReachable(google.origin),
    ]);
    expect(said[2]).toBe(said[0]);
    expect(asked).toHaveBeenCalledTimes(1);
    await freshDiscovery(google.origin);
    expect(asked).toHaveBeenCalledTimes(2);
  });

  it("is away within five seconds for whoever goes there while it hangs", async () => {
    await google.fault({ mode: "hang" });
    const begun = performance.now();
    await expect(freshDiscovery(google.origin)).rejects.toThrow(GoogleAway);
    expect(performance.now() - begun).toBeLessThan(5000);
  });
});
