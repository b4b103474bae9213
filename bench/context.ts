import type { App } from "./apps/app";
import { Contestant } from "./apps/contestant";
import type { Load } from "./apps/load";
import { PRODUCT } from "./apps/product";
import type { Sizes } from "./asked";
import type { Line, Section } from "./report";
import type { Stage } from "./stage";
import { perSecond, type Summary, summary, timesAsFast } from "./statistics";

/** Of bcrypt, for all: the default of the product. */
export const COST = 12;
/** where a password is only one of many things that are done */
export const CHEAP = 10;

/** What is run, on which stage, and what was found so far. */
export class Run {
  readonly sections: Section[] = [];
  readonly failed: string[] = [];
  #contestants: Promise<Contestant[]> | undefined;

  constructor(
    readonly stage: Stage,
    readonly sizes: Sizes,
    /** the other apps; none where they are not asked for */
    readonly peers: App[],
  ) {}

  section(title: string): Notes {
    const section: Section = { title, lines: [], samples: {} };
    this.sections.push(section);
    this.stage.say(title);
    return new Notes(section, this.stage.say);
  }

  /** The product and, where they are asked for, its peers: started once, each with its people, until the end. */
  contestants(): Promise<Contestant[]> {
    this.#contestants ??= this.#start();
    return this.#contestants;
  }

  async product(): Promise<Contestant> {
    return (await this.contestants())[0] as Contestant;
  }

  async #start(): Promise<Contestant[]> {
    const all: Contestant[] = [];
    for (const app of [PRODUCT, ...this.peers])
      all.push(await Contestant.start(this.stage, app, COST));
    return all;
  }
}

/** Writes down what a phase finds, and says it at once. */
export class Notes {
  constructor(
    readonly section: Section,
    readonly say: (line: string) => void,
  ) {}

  note(what: string, value: number, unit = "", goal?: Line["goal"]): void {
    this.section.lines.push({ what, value, unit, ...(goal && { goal }) });
    this.say(`  ${what}: ${value.toFixed(2)} ${unit}`);
  }

  samples(name: string, times: number[]): Summary {
    const found = summary(times);
    if (times.length > 0) this.section.samples[name] = found;
    return found;
  }

  /** Rates, and the CPU that each took: rates swing where cores are shared, this does so less. */
  rates(what: string, found: Found): void {
    for (const [{ app }, loads] of found) {
      const each = (of: (load: Load) => number) =>
        sum(loads.map(of)) / sum(loads.map(({ done }) => done));
      const name = `${what}, ${app.name}`;
      this.note(name, perSecond(loads), "/s");
      this.note(
        `${name}: CPU of the server, each`,
        each(({ cpu }) => 1000 * cpu.server),
        "ms",
      );
      this.note(
        `${name}: CPU of PostgreSQL, each`,
        each(({ cpu }) => 1000 * cpu.database),
        "ms",
      );
      this.note(
        `${name}: written ahead (WAL), each`,
        each(({ wal = 0 }) => wal / 1000),
        "kB",
      );
    }
  }

  /** How many times as fast as each peer. @param goals by the peer's name */
  ratios(what: string, ours: Contestant, found: Found, goals: Record<string, number>): void {
    for (const [{ app }, loads] of found) {
      // the product in another shape
      if (app.asks === ours.app.asks) continue;
      const least = goals[app.name];
      const times = timesAsFast(found.get(ours) ?? [], loads);
      this.note(`${what} ÷ ${app.name}'s`, times, "×", least ? { least } : undefined);
    }
  }
}

type Found = ReadonlyMap<Contestant, Load[]>;

/**
 * Measures each of several in turns, once to warm up and then in every round, the first of one round last in the next.
 * @returns the rounds of each
 */
export async function inTurns<T>(
  all: readonly T[],
  { rounds, round, warm }: Pick<Sizes, "rounds" | "round" | "warm">,
  measure: (one: T, seconds: number) => Promise<Load>,
): Promise<Map<T, Load[]>> {
  const found = new Map<T, Load[]>(all.map((one) => [one, []]));
  for (const one of all) await measure(one, warm);
  for (let turn = 0; turn < rounds; turn += 1)
    for (const one of turn % 2 === 0 ? all : all.toReversed())
      found.get(one)?.push(await measure(one, round));
  return found;
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
