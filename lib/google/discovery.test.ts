import { afterEach, describe, expect, it } from "vitest";
import { google } from "@/e2e/unit";
import { GoogleAway, googleDiscovery, googleReachable } from "./discovery";

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
    await google.fault({ mode: "none" });
    expect(await googleReachable(google.origin)).toBe(true);
  });
});
