import { z } from "zod";
import { faultOf, log } from "../log";
import { once } from "../once";

/** in milliseconds */
const PATIENCE = 4000;
const FRESH = 3_600_000;

const document = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  userinfo_endpoint: z.url().optional(),
  jwks_uri: z.url(),
});

/** What an OpenID provider says of itself (OpenID Connect Discovery 1.0 §3). */
export type Discovery = z.infer<typeof document>;

/** The provider did not say, in time, where its doors are. */
export class GoogleAway extends Error {
  override name = "GoogleAway";
}

const cached = once("google-discovery", () => ({
  at: Number.NEGATIVE_INFINITY,
  document: null as Discovery | null,
}));

/**
 * Google's discovery document, asked for once an hour; an old one serves while Google is away.
 * @throws GoogleAway when there is none at all
 */
export async function googleDiscovery(issuer: string): Promise<Discovery> {
  if (cached.document && performance.now() - cached.at < FRESH) return cached.document;
  await googleReachable(issuer);
  if (!cached.document) throw new GoogleAway();
  return cached.document;
}

/** Whether Google answers now; what it says of itself is kept. Ends within four seconds. */
export async function googleReachable(issuer: string): Promise<boolean> {
  try {
    cached.document = await discover(issuer);
    cached.at = performance.now();
    return true;
  } catch (fault) {
    log.warn(faultOf(fault), "google: discovery failed");
    return false;
  }
}

async function discover(issuer: string): Promise<Discovery> {
  const response = await fetch(`${issuer}/.well-known/openid-configuration`, {
    signal: AbortSignal.timeout(PATIENCE),
  });
  const found = document.parse(await response.json());
  if (found.issuer.replace(/\/$/, "") !== issuer) throw new GoogleAway();
  return found;
}
