import { isIP } from "node:net";
import type { Settings } from "@/lib/config/settings";
import { type Finding, findingsOf } from "./finding";

/** The public origin, and who is believed about where a request comes from. */
export function placeFindings(settings: Settings): Finding[] {
  return [origin(settings), passkeys(settings), hops(settings)];
}

function origin({ origin: at, https }: Settings): Finding {
  const { ok, note } = findingsOf("origin");
  if (https) return ok(`${at}: every link in a mail begins so`);
  return note(`${at} is for this machine alone`, "in production set NEXTAUTH_URL to https://…");
}

/** The host is the RP ID, which no passkey leaves (WebAuthn L3 §5.1.2). */
function passkeys({ origin: at }: Settings): Finding {
  const { hostname } = new URL(at);
  const { ok, note } = findingsOf("passkeys");
  if (isIP(hostname.replace(/^\[|\]$/g, "")) > 0)
    return note(`${hostname} is no name: browsers keep no passkeys for it`, "give the host a name");
  return ok(
    `kept for ${hostname}, the host of NEXTAUTH_URL: another host, such as a preview's, has passkeys of its own, and a new one none`,
  );
}

function hops({ trustedProxyHops: trusted, serverless, https }: Settings): Finding {
  const { ok, warning } = findingsOf("hops");
  if (serverless) return ok(`${trusted}: the platform says who asks`);
  if (trusted === 0 && https)
    return warning(
      "TRUSTED_PROXY_HOPS is 0, but something in front ends https: all visitors count as one network",
      "set it to the number of your proxies, 1 for nginx alone",
    );
  if (trusted === 0) return ok("0: the socket says who asks");
  return ok(
    `${trusted}: entry ${trusted} from the right of X-Forwarded-For is believed; nothing may reach this port past the proxy`,
  );
}
