import { expect, it, vi } from "vitest";
import { singleton } from "./singleton";

it("a thing is made once a process, also where the module is loaded twice", async () => {
  vi.resetModules();
  const again = await import("./singleton");
  expect(again.singleton).not.toBe(singleton);
  const [first, second] = [
    singleton("a-thing", () => ({})),
    again.singleton("a-thing", () => ({})),
  ];
  expect(second).toBe(first);
  expect(singleton("another-thing", () => ({}))).not.toBe(first);
});

it("a thing that could not be made is made the next time", () => {
  expect(() =>
    singleton("a-fault", () => {
      throw new Error("not yet");
    }),
  ).toThrow("not yet");
  expect(singleton("a-fault", () => 7)).toBe(7);
});
