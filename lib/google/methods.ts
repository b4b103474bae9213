import { linkGoogle } from "../account/create";
import { recordActivity } from "../activity/record";
import type { Address } from "../address";
import { db } from "../database/client";
import { notify } from "../notice/notify";
import type { Requester } from "../requester";
import type { GoogleProfile } from "./authority";

type Owner = { id: string; address: Address };

/** Links a Google account to the person who asked for it at `/cuenta`; "taken" when it is another's way in. */
export async function linkGoogleTo(
  owner: Owner,
  google: GoogleProfile,
  requester: Requester,
): Promise<"linked" | "taken"> {
  const link = await linkGoogle(owner.id, google);
  if (link === "new") await tell("google-linked", owner, requester);
  return link === "taken" ? "taken" : "linked";
}

/** Takes Google away as a way in. An account always keeps the magic link. */
export async function unlinkGoogle(owner: Owner, requester: Requester): Promise<void> {
  const { count } = await db().account.deleteMany({
    where: { userId: owner.id, provider: "google" },
  });
  if (count > 0) await tell("google-unlinked", owner, requester);
}

/** Tells the owner of a way in that came or went. */
export async function tell(
  event: "google-linked" | "google-unlinked",
  { id, address }: Owner,
  requester: Requester,
): Promise<void> {
  await recordActivity({ event, address, userId: id, requester });
  await notify(event, address, requester);
}
