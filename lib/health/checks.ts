import { settings } from "../config/settings";
import { databaseReachable } from "../database/reachable";
import { googleReachable } from "../google/discovery";
import { mailReachable } from "../mail/send";

/** `off`: no setting asks for it; `unknown`: not checked yet */
export type State = "ok" | "down" | "off" | "unknown";

/** The health checks: each ends within seconds and never throws. */
export const healthChecks = {
  database: async (): Promise<State> => stateOf(await databaseReachable()),
  mail: async (): Promise<State> => stateOf(await mailReachable()),
  google: async (): Promise<State> => {
    const { google } = settings();
    return google ? stateOf(await googleReachable(google.issuer)) : "off";
  },
} as const;

function stateOf(answers: boolean): State {
  return answers ? "ok" : "down";
}
