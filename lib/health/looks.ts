import { settings } from "../config/settings";
import { databaseReachable } from "../database/reachable";
import { googleReachable } from "../google/discovery";
import { mailReachable } from "../mail/send";

/** How something stands that the product stands on; `off` is what no setting asks for, `unknown` what nobody has looked at. */
export type State = "ok" | "down" | "off" | "unknown";

/** What the product stands on, each with a look at it that ends within seconds and never throws. */
export const looks = {
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
