import Google from "next-auth/providers/google";
import { settings } from "../../config/settings";
import { secondsAhead } from "../../database/clock";
import { requireCookies } from "../../http/cookies-required";
import { defaultOf } from "../default-of";
import { keepingFaults, type Way } from "../run";
import { tradeCode } from "./code";
import { returnFromGoogle } from "./return";
import { signInByGoogle } from "./start";

const PAGE = "/login";
const TIMEOUT_MS = 5000;

export const google: Way = {
  provider: (run) => {
    const { google: discovery, steps } = run;
    const client = settings().google;
    if (!discovery || !client) return null;
    const clock = keepingFaults(run, { secondsAhead });
    return defaultOf(Google)({
      clientId: client.clientId,
      clientSecret: client.clientSecret,
      // given, not discovered: next-auth would fetch the document at every sign-in
      wellKnown: undefined,
      issuer: discovery.issuer,
      token: {
        url: discovery.token_endpoint,
        request: async (given) =>
          tradeCode(given, await clock.secondsAhead(), () => steps.codeSpent?.()),
      },
      userinfo: discovery.userinfo_endpoint,
      jwks_endpoint: discovery.jwks_uri,
      authorization: {
        url: discovery.authorization_endpoint,
        params: { scope: "openid email profile", prompt: "select_account" },
      },
      checks: ["pkce", "state", "nonce"],
      httpOptions: { timeout: TIMEOUT_MS },
    });
  },
  posts: {
    "signin/google": (run) => requireCookies(PAGE, (context) => signInByGoogle(context, run)),
  },
  gets: { "callback/google": returnFromGoogle },
};
