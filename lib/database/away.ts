import { log } from "../log/log";
import { databaseAdvice } from "./advice";

/** Logs why the database refuses connections: once a reason, not once a second. */
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
