import { linkGoogle } from "../account/create";
import { recordActivity } from "../activity/record";
import type { Address } from "../address";
import type { Database } from "../database/client";
import { notify, telling } from "../notice/notify";
import type { Requester } from "../requester";
import { holdPerson } from "../session/hold";
import type { GoogleProfile } from "./authority";

type Owner = { id: string; address: Address };

/** Links a Google account to the person who asked for it at `/cuenta`; "taken" when it is another's way in. */
export async function linkGoogleTo(
  owner: Owner,
  google: GoogleProfile,
  requester: Requester,
): Promise<"linked" | "taken"> {
  return telling(async (database) => {
    await holdPerson(owner.id, database);
    const link = await linkGoogle(owner.id, google, database);
    if (link === "new") await tell("google-linked", owner, requester, database);
    return link === "taken" ? "taken" : "linked";
  });
}

/** Takes Google away as a way in. An account always keeps the magic link. */
export async function unlinkGoogle(owner: Owner, requester: Requester): Promise<void> {
  await telling(async (database) => {
    await holdPerson(owner.id, database);
    const { count } = await database.account.deleteMany({
      where: { userId: owner.id, provider: "google" },
    });
    if (count > 0) await tell("google-unlinked", owner, requester, database);
  });
}

/** Tells the owner of a way in that came or went, in the transaction in which it did. */
export async function tell(
  event: "google-linked" | "google-unlinked",
  { id, address }: Owner,
  requester: Requester,
  transaction: Database,
): Promise<void> {
  await recordActivity({ event, address, userId: id, requester }, transaction);
  await notify(event, address, requester, transaction);
}
