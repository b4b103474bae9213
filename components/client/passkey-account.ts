import { type Kept, tellKept } from "./passkey-signals";
import { type PasskeyHands, upgradeOrOffer } from "./passkey-upgrade";

/** What the pages of an account do with passkeys besides making and using them. @param parts that came anew */
export function enlivenAccount(parts: HTMLElement[], hands: PasskeyHands): void {
  const kept = parts.filter(({ dataset }) => dataset.passkey === "kept");
  for (const { dataset } of kept) void tellKept(JSON.parse(dataset.about ?? "") as Kept);
  if (kept.length < parts.length) void upgradeOrOffer(hands);
}
