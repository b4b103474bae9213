import { expect, it } from "vitest";
import { median, perSecond, summary, timesAsFast, welchT } from "./statistics";

it("describes samples in any order", () => {
  const twenty = Array.from({ length: 20 }, (_, index) => 20 - index);
  const { n, mean, sd, p50, p95 } = summary(twenty);
  expect({ n, mean, p50, p95 }).toEqual({ n: 20, mean: 10.5, p50: 10, p95: 19 });
  expect(sd).toBeCloseTo(5.916, 3);
});

it("is Welch's t, with unequal variances and sizes", () => {
  // worked out with Python's statistics.variance
  const one = [
    ...[19.8, 20.4, 19.6, 17.8, 18.5, 18.9, 18.3, 18.9, 19.5, 22.0],
    ...[20.1, 19.0, 18.7, 20.5, 18.8],
  ];
  const other = [
    ...[28.2, 26.6, 20.1, 23.3, 25.2, 22.1, 17.7, 27.6, 20.6, 13.7, 23.2, 17.5, 20.6, 18.0, 23.9],
    ...[21.6, 24.3, 20.4, 24.0, 13.2],
  ];
  const welch = welchT(one, other);
  expect(welch).toBeCloseTo(-2.28374, 5);
  expect(welchT(other, one)).toBeCloseTo(-welch, 10);
  expect(welchT([1, 2, 3], [1, 2, 3])).toBe(0);
});

it("gives the middle of an odd and of an even number of samples", () => {
  expect([median([9, 1, 5]), median([9, 1, 5, 6]), median([])]).toEqual([5, 5.5, Number.NaN]);
});

it("compares round by round, so that one slow minute of the machine counts for both", () => {
  const ours = [
    { done: 200, seconds: 1 },
    { done: 20, seconds: 1 },
    { done: 220, seconds: 1 },
  ];
  const theirs = [
    { done: 100, seconds: 1 },
    { done: 20, seconds: 2 },
    { done: 100, seconds: 1 },
  ];
  expect(timesAsFast(ours, theirs)).toBe(2);
  expect(perSecond(theirs)).toBe(55);
});
