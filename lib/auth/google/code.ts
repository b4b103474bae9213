import { decodeJwt } from "jose";
import type { TokenEndpointHandler } from "next-auth/providers/oauth";
import { custom, errors } from "openid-client";
import { log } from "../../log/log";

/** Tolerated between Google's clock and the database's. */
const SKEW_SECONDS = 10;
/** Tolerated between this process's clock and Google's without a log line. */
const UNSAID_SECONDS = 60;

type Trading = Parameters<NonNullable<TokenEndpointHandler["request"]>>[0];

/**
 * Trades Google's code for tokens. openid-client checks them, but their times are checked by the database's clock
 * (OpenID Connect Core §3.1.3.7).
 * @param ahead seconds by which this process's clock is ahead of the database's
 * @param spent called when Google gave its tokens for this code before
 */
export async function tradeCode(
  { client, provider, params, checks }: Trading,
  ahead: number,
  spent: () => void,
) {
  // widens both bounds by this clock's error; checkTimes judges by the database's
  client[custom.clock_tolerance] = SKEW_SECONDS + Math.abs(ahead);
  const clocks = (idToken: string | undefined) => ({
    secondsAheadOfGoogle: idToken && Math.round(Date.now() / 1000 - Number(decodeJwt(idToken).iat)),
    secondsAheadOfDatabase: Math.round(ahead),
  });
  try {
    const tokens = await client.callback(provider.callbackUrl, params, checks);
    if (tokens.id_token) checkTimes(tokens.id_token, Date.now() / 1000 - ahead);
    const seen = clocks(tokens.id_token);
    if (Math.abs(Number(seen.secondsAheadOfGoogle)) > UNSAID_SECONDS)
      log.warn(seen, "google: this process's clock is wrong");
    return { tokens };
  } catch (fault) {
    if (fault instanceof errors.OPError && fault.error === "invalid_grant") spent();
    if (fault instanceof errors.RPError && ("exp" in fault || "nbf" in fault))
      log.warn(
        { fault: "GoogleTimes", ...clocks(fault.jwt) },
        "google: a return was refused because of its times",
      );
    throw fault;
  }
}

/** @param now the database's time, in seconds @throws RPError, as openid-client does for a time by its own clock */
function checkTimes(jwt: string, now: number): void {
  const { exp = now, nbf = now } = decodeJwt(jwt);
  if (exp <= now - SKEW_SECONDS) throw new errors.RPError({ message: "JWT expired", jwt, exp });
  if (nbf > now + SKEW_SECONDS) throw new errors.RPError({ message: "JWT not active", jwt, nbf });
}
