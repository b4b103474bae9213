import type { TokenEndpointHandler } from "next-auth/providers/oauth";
import { errors } from "openid-client";
import type { Journey } from "./journey";

type Trading = Parameters<NonNullable<TokenEndpointHandler["request"]>>[0];

/** Trades the code that Google led back with for its tokens, which openid-client checks. */
export async function tradeCode({ client, provider, params, checks }: Trading, journey: Journey) {
  try {
    return { tokens: await client.callback(provider.callbackUrl, params, checks) };
  } catch (fault) {
    journey.codeSpent = fault instanceof errors.OPError && fault.error === "invalid_grant";
    throw fault;
  }
}
