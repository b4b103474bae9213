import { readFileSync } from "node:fs";
import semver from "semver";
import { ADVISORIES, ADVISORIES_READ, type Advisory } from "./advisories";
import { type Finding, findingsOf } from "./finding";

type Library = Advisory["library"];

/** The last day of a Node's security fixes (https://github.com/nodejs/Release#release-schedule). */
const NODE_ENDS: Readonly<Record<number, string>> = {
  20: "2026-04-30",
  21: "2024-06-01",
  22: "2027-04-30",
  23: "2025-06-01",
  24: "2028-04-30",
  25: "2026-06-01",
};

/** Whether what runs here still gets security fixes, and has those that were published. */
export function versionFindings(): Finding[] {
  const libraries = [...new Set(ADVISORIES.map(({ library }) => library))];
  const found = libraries.map((library) => libraryFinding(library, installed(library)));
  return [nodeFinding(process.versions.node, new Date()), ...found];
}

/** @param today a Node is warned of from the day after its last */
export function nodeFinding(version: string, today: Date): Finding {
  const { ok, warning } = findingsOf("node");
  const day = today.toISOString().slice(0, 10);
  const end = NODE_ENDS[semver.major(version)];
  if (end === undefined) return ok(`Node ${version}`);
  if (day <= end) return ok(`Node ${version} gets security fixes until ${end}`);
  const [longest, until] = Object.entries(NODE_ENDS).reduce((a, b) => (b[1] > a[1] ? b : a));
  return warning(
    `Node ${version} has had no security fixes since ${end}`,
    `run it with Node ${longest}, which gets them until ${until}`,
  );
}

export function libraryFinding(library: Library, version: string): Finding {
  const { ok, warning } = findingsOf("advisories");
  const open = advisoriesOf(library, version);
  if (open.length === 0)
    return ok(`${library} ${version} has the fixes published until ${ADVISORIES_READ}`);
  const said = open.map(({ says, id }) => `${says} (${id})`).join(", ");
  return warning(
    `${library} ${version}: ${said}`,
    `npm install --save-exact ${library}@${fixedVersion(library, version)}, and read its notes`,
  );
}

/** The advisories whose fix a version lacks; one before a release lacks what came with that. */
export function advisoriesOf(library: Library, version: string): Advisory[] {
  return ADVISORIES.filter(
    (one) =>
      one.library === library &&
      semver.satisfies(version, one.affected, { includePrerelease: true }),
  );
}

/** The first version of each line that has an advisory's fix. */
export function fixesOf({ affected }: Advisory): string[] {
  return [...affected.matchAll(/<(\S+)/g)].map(([, version = ""]) => version);
}

/** The nearest later version without any open advisory. */
function fixedVersion(library: Library, version: string): string | undefined {
  const fixes = ADVISORIES.filter((one) => one.library === library).flatMap(fixesOf);
  return semver
    .sort(fixes)
    .find((fix) => semver.gt(fix, version) && advisoriesOf(library, fix).length === 0);
}

function installed(library: Library): string {
  return JSON.parse(readFileSync(`node_modules/${library}/package.json`, "utf8")).version;
}
