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

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

/** The nearest rank. */
function at(sorted: number[], part: number): number {
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN;
}
