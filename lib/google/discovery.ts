import * as z from "zod";
import { faultOf, log } from "../log/log";
import { singleton } from "../singleton";

const TIMEOUT_MS = 4000;
const MAX_AGE_MS = 3_600_000;

const document = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  userinfo_endpoint: z.url().optional(),
  jwks_uri: z.url(),
});

/** OpenID Connect Discovery 1.0 §3. */
export type Discovery = z.infer<typeof document>;

export class GoogleAway extends Error {
  override name = "GoogleAway";
}

const known = singleton("google-discovery", () => ({
  at: Number.NEGATIVE_INFINITY,
  document: null as Discovery | null,
  asking: new Map<string, Promise<Discovery>>(),
}));

/** Fetched once an hour; an old one serves while Google is away. @throws GoogleAway when there is none */
export async function googleDiscovery(issuer: string): Promise<Discovery> {
  if (known.document && performance.now() - known.at < MAX_AGE_MS) return known.document;
  try {
    return await freshDiscovery(issuer);
  } catch (fault) {
    if (known.document) return known.document;
    throw fault;
  }
}

/** Fetches it now; concurrent callers share one request of at most four seconds. @throws GoogleAway */
export function freshDiscovery(issuer: string): Promise<Discovery> {
  const asking = known.asking.get(issuer) ?? ask(issuer);
  known.asking.set(issuer, asking);
  return asking;
}

export async function googleReachable(issuer: string): Promise<boolean> {
  return freshDiscovery(issuer).then(
    () => true,
    () => false,
  );
}

async function ask(issuer: string): Promise<Discovery> {
  try {
    known.document = await discover(issuer);
    known.at = performance.now();
    return known.document;
  } catch (fault) {
    log.warn(faultOf(fault), "google: discovery failed");
    throw new GoogleAway();
  } finally {
    known.asking.delete(issuer);
  }
}

async function discover(issuer: string): Promise<Discovery> {
  const response = await fetch(`${issuer}/.well-known/openid-configuration`, {
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  const found = document.parse(await response.json());
  if (found.issuer.replace(/\/$/, "") !== issuer) throw new GoogleAway();
  return found;
}
