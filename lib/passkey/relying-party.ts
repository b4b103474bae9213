import { BRAND } from "../config/brand";
import { ourOrigins } from "../config/origins";
import { settings } from "../config/settings";

/**
 * Whom authenticators keep a passkey for: the host of NEXTAUTH_URL, and no subdomain's or parent's (WebAuthn L3 §5.1.2). Another
 * host, such as a preview's, has none of its passkeys.
 */
export function relyingParty(): { id: string; name: string; origins: string[] } {
  const { hostname } = new URL(settings().origin);
  return { id: hostname, name: BRAND.name, origins: ourOrigins() };
}
