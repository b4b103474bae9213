import type { Import } from "./walk";

/** The floors of `lib`: a file imports from its own folder and from lower floors only. */
export const FLOORS: readonly (readonly string[])[] = [
  [], // the files that lie in `lib` itself: pure
  ["telemetry"],
  ["database"],
  ["mail", "token", "throttle", "activity"],
  ["delivery", "notice"],
  ["session"],
  ["account"],
  ["magic-link", "password", "google"],
  ["health"],
  ["door", "operator", "doctor"],
  ["auth"],
];

type Rule = {
  /** which files it binds */
  binds: RegExp;
  /** what they may not import */
  forbids: RegExp;
  /** except these files */
  except?: RegExp;
  because: string;
};

const RULES: Rule[] = [
  {
    binds: /./,
    forbids: /^npm:(next-auth|@auth)\b/,
    except: /^lib\/auth\//,
    because: "next-auth is known in lib/auth only",
  },
  {
    binds: /./,
    forbids: /^npm:@opentelemetry\//,
    except: /^lib\/telemetry\//,
    because: "OpenTelemetry is known in lib/telemetry only, and loaded when a variable asks for it",
  },
  {
    binds: /./,
    forbids: /^local\//,
    except: /^(local\/|prisma\/commands\/shadow\.ts$)/,
    because: "the product does not know the local services",
  },
  {
    binds: /./,
    forbids: /^(e2e|bench)\//,
    except: /^(e2e|bench)\//,
    because: "the product does not know its tests",
  },
  {
    binds: /^components\//,
    forbids: /^(?!components\/|npm:(react|react-dom|next)(\/|$))/,
    because: "components take props and give HTML",
  },
  {
    binds: /^lib\//,
    forbids: /^(app|components)\/|^npm:react/,
    except: /^lib\/door\//, // React's `cache` there: one look at the session a page
    because: "lib does not know how it is shown",
  },
  {
    binds: /./,
    forbids: /^(prisma\/generated|npm:(@prisma|pg$))/,
    except: /^(lib\/|prisma\/)/,
    because: "SQL is spoken in lib only",
  },
];

/** A sentence for each import that goes the wrong way. */
export function complaints(imports: Import[]): string[] {
  return imports.flatMap((one) => {
    const rules = RULES.filter(({ binds }) => binds.test(one.from))
      .filter(({ except }) => !except?.test(one.from))
      .filter(({ forbids }) => forbids.test(one.to))
      .map(({ because }) => because);
    const climb = climbs(one) ? ["lib imports its own folder and lower floors only"] : [];
    return [...rules, ...climb].map((because) => `${one.from} imports ${one.to}: ${because}`);
  });
}

function climbs({ from, to }: Import): boolean {
  if (!from.startsWith("lib/") || !to.startsWith("lib/")) return false;
  const [mine, theirs] = [roomOf(from), roomOf(to)];
  return mine !== theirs && floorOf(theirs) >= floorOf(mine);
}

function roomOf(path: string): string {
  const [, room = "", ...rest] = path.split("/");
  return rest.length > 0 ? room : "";
}

/** @throws for a folder of `lib` whose floor nobody has said */
export function floorOf(room: string): number {
  if (room === "") return 0;
  const floor = FLOORS.findIndex((rooms) => rooms.includes(room));
  if (floor === -1) throw new Error(`on which floor is lib/${room}? Say it in FLOORS`);
  return floor;
}
