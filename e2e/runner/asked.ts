/** A whole number that somebody asks for. @throws a sentence where it is none, or less than `least` */
export function wholeNumber(name: string, asked: string, least: number): number {
  const number = /^\d+$/.test(asked) ? Number(asked) : Number.NaN;
  if (Number.isSafeInteger(number) && number >= least) return number;
  throw new Error(`${name} must be a whole number from ${least} on, not ${JSON.stringify(asked)}`);
}

/** Reads what a command is asked for; what it cannot follow is said in one line, and ends it before it has begun. */
export function understood<T>(read: () => T): T {
  try {
    return read();
  } catch (fault) {
    process.stderr.write(`✗ ${fault instanceof Error ? fault.message : fault}\n`);
    process.exit(1);
  }
}
