/** Some measurements in milliseconds, described. */
export type Summary = { n: number; mean: number; sd: number; p50: number; p95: number };

/** @param samples in any order; at least two */
export function summary(samples: number[]): Summary {
  const sorted = [...samples].sort((one, other) => one - other);
  const mean = sum(samples) / samples.length;
  const squares = sum(samples.map((sample) => (sample - mean) ** 2));
  const sd = Math.sqrt(squares / (samples.length - 1));
  return { n: samples.length, mean, sd, p50: at(sorted, 0.5), p95: at(sorted, 0.95) };
}

/** Welch's t of two independent samples: within ±3, a difference of the means is not to be told from chance. */
export function welchT(one: number[], other: number[]): number {
  const [a, b] = [summary(one), summary(other)];
  return (a.mean - b.mean) / Math.sqrt(a.sd ** 2 / a.n + b.sd ** 2 / b.n);
}

/** The middle one; of an even number the mean of the two in the middle. NaN of none. */
export function median(samples: number[]): number {
  const sorted = [...samples].sort((one, other) => one - other);
  const half = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]];
  return ((low ?? Number.NaN) + (high ?? Number.NaN)) / 2;
}

type Rate = { done: number; seconds: number };

/** Of several rounds together, a second. */
export function perSecond(rounds: Rate[]): number {
  return sum(rounds.map(({ done }) => done)) / sum(rounds.map(({ seconds }) => seconds));
}

/**
 * How many times as fast one is as the other, measured in turns: of each round by itself, since a machine that others use
 * too is not as fast in one minute as in the next.
 */
export function timesAsFast(ours: Rate[], theirs: Rate[]): number {
  return median(
    ours.map((round, index) => perSecond([round]) / perSecond(theirs.slice(index, index + 1))),
  );
}

/** The same things in another order each time. */
export function shuffled<T>(items: readonly T[]): T[] {
  const left = [...items];
  return items.map(() => left.splice(Math.floor(Math.random() * left.length), 1)[0] as T);
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

/** The nearest rank. */
function at(sorted: number[], part: number): number {
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN;
}
