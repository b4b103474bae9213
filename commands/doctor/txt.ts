import { Resolver } from "node:dns/promises";

/** in milliseconds, for each name */
const TIMEOUT_MS = 2000;

/** The TXT records of a name; empty when it has none, null without an answer in time. */
export type TxtLookup = (name: string) => Promise<string[] | null>;

/** A lookup at the system's DNS servers, or at `servers`. */
export function createTxtLookup(servers?: string[], wait = TIMEOUT_MS): TxtLookup {
  return async (name) => {
    const resolver = new Resolver({ timeout: wait, tries: 1 });
    if (servers) resolver.setServers(servers);
    // the resolver's own time counts for each server; this one for all of them
    const deadline = setTimeout(() => resolver.cancel(), wait);
    try {
      return (await resolver.resolveTxt(name)).map((parts) => parts.join(""));
    } catch (fault) {
      return hasNone(fault) ? [] : null;
    } finally {
      clearTimeout(deadline);
    }
  };
}

function hasNone(fault: unknown): boolean {
  const code = fault instanceof Error && "code" in fault ? fault.code : "";
  return code === "ENODATA" || code === "ENOTFOUND";
}
