import { recordActivity } from "../activity/record";
import type { Requester } from "../client-info";
import type { Database } from "../database/client";
import { transact } from "../database/transaction";
import type { Address } from "../email";
import { notify } from "../notice/notify";
import { holdProved } from "../session/reauthentication";
import { linkGoogle } from "../user/create";
import type { GoogleProfile } from "./authority";

type Owner = { id: string; address: Address };
type SignedIn = Owner & { session: { id: string } };

/**
 * How linking ended: "second" where the person has another one, "taken" where it is another's way in, "unproved" where the
 * proof of who they are has aged at Google.
 */
export type GoogleLinking = "linked" | "second" | "taken" | "unproved";

/** Links a Google account to the person who asked for it at `/cuenta`, who has no other one: nobody looks for a second. */
export async function linkGoogleTo(
  owner: SignedIn,
  google: GoogleProfile,
  requester: Requester,
): Promise<GoogleLinking> {
  return transact(async (database) => {
    if (!(await holdProved(owner, database))) return "unproved";
    const { id: userId } = owner;
    const other = { userId, provider: "google", NOT: { providerAccountId: google.sub } };
    if ((await database.account.count({ where: other })) > 0) return "second";
    const link = await linkGoogle(owner.id, google, database);
    if (link === "new") await tell("google-linked", owner, requester, database);
    return link === "taken" ? "taken" : "linked";
  });
}

/** Takes Google away as a way in. An account always keeps the magic link. */
export async function unlinkGoogle(
  owner: SignedIn,
  requester: Requester,
): Promise<"unlinked" | "unproved"> {
  return transact(async (database) => {
    if (!(await holdProved(owner, database))) return "unproved";
    const { count } = await database.account.deleteMany({
      where: { userId: owner.id, provider: "google" },
    });
    if (count > 0) await tell("google-unlinked", owner, requester, database);
    return "unlinked";
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
