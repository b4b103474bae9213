import { expect, it, vi } from "vitest";
import { once } from "./singleton";

it("a thing is made once a process, also where the module is loaded twice", async () => {
  vi.resetModules();
  const again = await import("./singleton");
  expect(again.once).not.toBe(once);
  const [first, second] = [once("a-thing", () => ({})), again.once("a-thing", () => ({}))];
  expect(second).toBe(first);
  expect(once("another-thing", () => ({}))).not.toBe(first);
});

it("a thing that could not be made is made the next time", () => {
  expect(() =>
    once("a-fault", () => {
      throw new Error("not yet");
    }),
  ).toThrow("not yet");
  expect(once("a-fault", () => 7)).toBe(7);
});
