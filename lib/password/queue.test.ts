import { expect, it } from "vitest";
import { HashQueueFull, hashQueue, inHashQueue } from "./queue";

const { slots, places } = hashQueue;

it("runs as many as there are slots, in the order they came, and refuses past its bound at once", async () => {
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  const work = Array.from({ length: slots + places }, (_, index) =>
    inHashQueue(() => {
      begun.push(index);
      return new Promise<number>((resolve) => ends.push(() => resolve(index)));
    }),
  );
  expect(begun).toHaveLength(slots);

  const ran: string[] = [];
  const refusal = inHashQueue(async () => ran.push("one too many"));
  await expect(refusal).rejects.toThrow(HashQueueFull);
  expect(begun).toHaveLength(slots);

  for (let ended = 0; ended < work.length; ended += 1) {
    expect(begun).toHaveLength(Math.min(slots + ended, work.length));
    ends[ended]?.();
    await expect(work[ended]).resolves.toBe(ended);
  }
  expect(begun).toEqual(work.map((_, index) => index));
  expect(ran).toEqual([]);
  expect(await inHashQueue(async () => "there is room again")).toBe("there is room again");
});

it("lets the network ranges take turns, and gives a place of the longest line to who comes to a shorter one", async () => {
  const begun: string[] = [];
  let end = () => {};
  const until = new Promise<void>((resolve) => {
    end = resolve;
  });
  const hash = (subnet: string) => inHashQueue(async () => void begun.push(subnet), subnet);
  const running = Array.from({ length: slots }, () => inHashQueue(() => until));
  // two floods take every place there is
  const floods = Array.from({ length: places }, (_, n) => hash(n % 2 ? "flood" : "other flood"));
  const outcomes = Promise.allSettled(floods);
  await expect(hash("flood")).rejects.toThrow(HashQueueFull);
  const others = [hash("office"), hash("home"), hash("office")];
  end();
  await Promise.all([...running, ...others]);
  const turns = ["other flood", "flood", "office", "home", "other flood", "flood", "office"];
  expect(begun.slice(0, 7)).toEqual(turns);
  // who was shown out hears it, and never begins
  const refused = (await outcomes).filter(({ status }) => status === "rejected");
  expect(refused).toHaveLength(3);
  expect(begun).toHaveLength(places);
});

it("says when to come back", async () => {
  expect(new HashQueueFull().seconds).toBeGreaterThan(0);
});

it("gives the place of what failed to the next", async () => {
  const fault = () => Promise.reject(new Error("out of memory"));
  const faults = Array.from({ length: slots * 3 }, () => inHashQueue(fault));
  const outcomes = await Promise.allSettled(faults);
  expect(outcomes.every(({ status }) => status === "rejected")).toBe(true);
  const after = Array.from({ length: slots + places }, () => inHashQueue(async () => 1));
  expect(await Promise.all(after)).toHaveLength(slots + places);
});
