import { errorBanner } from "../messages/messages";
import type { PasskeyRefusal } from "../passkey/find";
import { type Reply, throttledReply } from "./reply";

const ERRORS = { unknown: "PasskeyUnknown", refused: "PasskeyRefused" } as const;

/** @param page of the form */
export function passkeyRefused(refused: PasskeyRefusal, page: string): Reply {
  if (refused.refusal === "backoff") return throttledReply(refused.seconds, page);
  const error = ERRORS[refused.refusal];
  return { ok: false, status: 401, error, url: page, notice: errorBanner(error) };
}
