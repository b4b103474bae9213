import type { Import } from "./walk";

/**
 * The folders of the repository, and which others each may import. Tests, wherever they lie, import anything; a folder
 * that is not here is refused.
 */
export const FOLDERS: Readonly<Record<string, readonly string[] | "anything">> = {
  "": ["lib", "server"], // the files of the root
  app: ["components", "lib"],
  components: ["lib"],
  server: ["components", "lib"],
  lib: ["prisma"],
  prisma: ["lib"],
  commands: ["components", "lib", "prisma", "local"],
  local: ["lib", "prisma", "commands"],
  testing: ["lib", "local"],
  docs: [],
  bench: "anything",
  e2e: "anything",
};

/**
 * The floors of `lib`: a file imports from its own folder and from lower floors only; on the ground floor, where the files
 * of `lib` itself lie, from each other too.
 */
export const FLOORS: readonly (readonly string[])[] = [
  ["", "config", "log", "messages"],
  ["telemetry"],
  ["database"],
  ["mail", "rate-limit", "activity"],
  ["token"],
  ["notice"],
  ["session"],
  ["user"],
  ["second-step"],
  ["passkey"],
  ["email-change"],
  ["password", "magic-link"],
  ["registration", "recovery"],
  ["google"],
  ["health"],
  ["http"],
  ["auth"],
];

type Rule = {
  /** which files it binds; any without it */
  binds?: RegExp;
  /** what they may not import */
  forbids: RegExp;
  /** except these files */
  except?: RegExp;
  because: string;
};

const RULES: Rule[] = [
  {
    forbids: /^npm:(next-auth|@auth)\b/,
    except: /^lib\/auth\//,
    because: "next-auth is known in lib/auth only",
  },
  {
    forbids: /^npm:@opentelemetry\//,
    except: /^lib\/telemetry\//,
    because: "OpenTelemetry is known in lib/telemetry only, and loaded when a variable asks for it",
  },
  {
    binds: /^commands\//,
    forbids: /^local\//,
    except: /\/shadow\.ts$/,
    because: "one command alone starts a PostgreSQL of its own",
  },
  {
    binds: /^components\//,
    forbids: /^node:|^npm:(?!(react|react-dom)(\/|$))/,
    because: "components take props and give HTML",
  },
  {
    binds: /^components\//,
    forbids: /^lib\/(?!messages\/|routes$|config\/(limits|brand|assets)$|http\/(shown|documents)$)/,
    because:
      "of lib, components know its sentences, its addresses and numbers, and what a page shows",
  },
  {
    binds: /^components\/client\//,
    forbids: /^npm:|^lib\/(?!messages\/(banner|fill|moment|times)$)|^components\/(?!client\/)/,
    because: "the browser's script brings no package along, and nothing of the server's",
  },
  {
    forbids: /^lib\/messages\/(es|en|pt)\b/,
    except: /^lib\/messages\//,
    because: "which language is spoken is chosen in lib/messages alone",
  },
  {
    binds: /^lib\//,
    forbids: /^npm:react/,
    because: "lib does not know how it is shown",
  },
  {
    forbids: /^(prisma\/generated|npm:(@prisma|pg$))/,
    except: /^(lib|prisma|commands|testing)\//,
    because: "SQL is spoken in lib only, and by the kit, which stands outside the product",
  },
];

/** A sentence for each import that goes the wrong way. */
export function complaints(imports: Import[]): string[] {
  return imports.flatMap((one) => {
    if (FOLDERS[folderOf(one.from)] === "anything") return [];
    const rules = RULES.filter(({ binds }) => binds?.test(one.from) ?? true)
      .filter(({ except }) => !except?.test(one.from))
      .filter(({ forbids }) => forbids.test(one.to))
      .map(({ because }) => because);
    const crossed = crosses(one) ? [`${folderOf(one.from) || "the root"} may not`] : [];
    const climbed = climbs(one) ? ["lib imports its own folder and lower floors only"] : [];
    return [...rules, ...crossed, ...climbed].map(
      (because) => `${one.from} imports ${one.to}: ${because}`,
    );
  });
}

function crosses({ from, to }: Import): boolean {
  if (/^(node|npm):/.test(to)) return false;
  const [mine, theirs] = [folderOf(from), folderOf(to)];
  const allowed = FOLDERS[mine];
  if (!allowed) throw new Error(`what may ${mine}/ import? Say it in FOLDERS`);
  return mine !== theirs && !allowed.includes(theirs);
}

function climbs({ from, to }: Import): boolean {
  if (folderOf(from) !== "lib" || folderOf(to) !== "lib") return false;
  const [mine, theirs] = [roomOf(from), roomOf(to)];
  const [floor, other] = [floorOf(mine), floorOf(theirs)];
  return mine !== theirs && (other > floor || (other === floor && floor > 0));
}

/** The folder of the root that a path lies in; empty for a file of the root. */
function folderOf(path: string): string {
  return path.includes("/") ? (path.split("/")[0] ?? "") : "";
}

/** The room of a file below lib; empty for one that lies in lib itself. */
function roomOf(path: string): string {
  const [, room = "", ...rest] = path.split("/");
  return rest.length > 0 ? room : "";
}

/** @throws for a folder of `lib` that is on no floor */
export function floorOf(room: string): number {
  const floor = FLOORS.findIndex((rooms) => rooms.includes(room));
  if (floor === -1) throw new Error(`on which floor is lib/${room}? Say it in FLOORS`);
  return floor;
}
