import { log } from "../log/log";
import { databaseAdvice } from "./advice";

/**
 * Says in the log why the database cannot be entered, and what to do: once, and again when it is something else or was entered
 * meanwhile. Not once a second, as often as it is looked at.
 */
export function whyAway(uri: string) {
  let told = "";
  return {
    entered: () => {
      told = "";
    },
    refused: (fault: unknown) => {
      const { says, todo } = databaseAdvice(fault, uri);
      if (says === told) return;
      told = says;
      log.warn({ why: says, todo }, "database: cannot be entered");
    },
  };
}
