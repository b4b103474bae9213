import { decode } from "next-auth/jwt";
import { cookieName } from "../cookies";
import { settings } from "../settings";

/**
 * The secret that a way to Google began with: next-auth opens its three cookies by one secret alone, and who left before
 * a rotation comes back after it.
 * @param state the state's cookie
 */
export async function secretOfRoundTrip(state: string | undefined): Promise<string> {
  const { secret, previousSecret } = settings();
  if (!state || previousSecret === null) return secret;
  const salt = cookieName("state");
  const opened = await decode({ token: state, secret: previousSecret, salt }).catch(() => null);
  return opened ? previousSecret : secret;
}
