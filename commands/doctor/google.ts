import type { Settings } from "@/lib/config/settings";
import type { State } from "@/lib/health/checks";
import { type Finding, findingsOf } from "./finding";

const { ok, note, broken } = findingsOf("google");

/**
 * Google's button: its issuer answers, and the exact address to register there.
 * @param state what its health check found
 */
export function googleFindings({ google, origin }: Settings, state: State): Finding[] {
  const redirect = `${origin}/api/auth/callback/google`;
  if (google === null)
    return [
      note(
        "no client: the page has no Google button",
        `for one: an OAuth client of type "Web application" with the redirect ${redirect}`,
      ),
    ];
  if (state === "down")
    return [
      broken(
        `${google.issuer} does not answer as an OpenID issuer`,
        "may this machine call out? is GOOGLE_ISSUER right?",
      ),
    ];
  return [
    ok(`${google.issuer} answers`),
    note("the redirect address cannot be read there", `register exactly ${redirect}`),
  ];
}
