import { parseArgs } from "node:util";
import { understood } from "@/e2e/runner/asked";

export const PHASES = [
  ...["start", "weight", "phone", "pages", "sessions", "links", "passwords", "passkeys", "memory"],
  ...["statements", "timing", "kit", "processes", "growth", "cleanup"],
] as const;
export type Phase = (typeof PHASES)[number];

/** How long and how often a phase measures. */
export type Sizes = {
  /** of each pair, in turns */
  rounds: number;
  /** in seconds, of one round, and of what goes before the first */
  round: number;
  warm: number;
  starts: number;
  loads: number;
  /** asks of each kind in a comparison of times */
  tries: number;
  growth: { rows: number[]; tries: number };
  /** rows past their time */
  old: number;
};

const WHOLE: Sizes = {
  ...{ rounds: 3, round: 4, warm: 2, starts: 3, loads: 5, tries: 150 },
  ...{ growth: { rows: [1_000, 100_000], tries: 150 }, old: 1_000_000 },
};
const QUICK: Sizes = {
  ...{ rounds: 1, round: 1, warm: 0.5, starts: 1, loads: 1, tries: 10 },
  ...{ growth: { rows: [1_000, 10_000], tries: 15 }, old: 20_000 },
};
const GROWN = [1_000, 100_000, 10_000_000];

export type Asked = {
  peers: boolean;
  growth: boolean;
  quick: boolean;
  only: ReadonlySet<Phase>;
  sizes: Sizes;
  /** everything there is, at its full length: its report stands in the repository */
  whole: boolean;
};

/** What `npm run bench` is asked for; it ends here where that is not known. */
export function asked(): Asked {
  return understood(() => {
    const flag = { type: "boolean", default: false } as const;
    const { values } = parseArgs({
      options: {
        ...{ peers: flag, growth: flag, quick: flag },
        only: { type: "string", multiple: true },
      },
    });
    const { peers, growth, quick, only } = values;
    const sizes = quick ? QUICK : WHOLE;
    return {
      ...{ peers, growth, quick },
      only: new Set(only ? only.map(phaseNamed) : PHASES),
      sizes: growth ? { ...sizes, growth: { ...sizes.growth, rows: GROWN } } : sizes,
      whole: peers && !quick && !only,
    };
  });
}

function phaseNamed(word: string): Phase {
  const found = PHASES.find((phase) => phase === word);
  if (!found) throw new Error(`--only is one of ${PHASES.join(", ")}, not ${word}`);
  return found;
}
