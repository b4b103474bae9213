import { expect, it } from "vitest";
import { all } from "./all";

it("what was begun together is over when one of it has failed", async () => {
  let over = false;
  const slow = new Promise((resolve) => setImmediate(resolve)).then(() => {
    over = true;
  });
  const failing = Promise.reject(new Error("the survivor does not answer"));
  await expect(all(slow, failing)).rejects.toThrow("the survivor does not answer");
  expect(over).toBe(true);
});
