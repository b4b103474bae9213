import { recordActivity } from "../activity/record";
import type { ClientInfo } from "../client-info";
import type { Database } from "../database/client";
import { transact } from "../database/transaction";
import type { Email } from "../email";
import { notify } from "../notice/notify";
import { lockReauthenticated } from "../session/reauthentication";
import { linkGoogle } from "../user/create";
import type { GoogleProfile } from "./authority";

type Owner = { id: string; address: Email };
type SignedIn = Owner & { session: { id: string } };

/** "second": the user has another one; "taken": another user has it. */
export type GoogleLinking = "linked" | "second" | "taken" | "not-reauthenticated";

export async function linkGoogleTo(
  owner: SignedIn,
  google: GoogleProfile,
  client: ClientInfo,
): Promise<GoogleLinking> {
  return transact(async (database) => {
    if (!(await lockReauthenticated(owner, database))) return "not-reauthenticated";
    const { id: userId } = owner;
    const other = { userId, provider: "google", NOT: { providerAccountId: google.sub } };
    if ((await database.account.count({ where: other })) > 0) return "second";
    const link = await linkGoogle(owner.id, google, database);
    if (link === "new") await recordAndNotify("google-linked", owner, client, database);
    return link === "taken" ? "taken" : "linked";
  });
}

/** The magic link always remains. */
export async function unlinkGoogle(
  owner: SignedIn,
  client: ClientInfo,
): Promise<"unlinked" | "not-reauthenticated"> {
  return transact(async (database) => {
    if (!(await lockReauthenticated(owner, database))) return "not-reauthenticated";
    const { count } = await database.account.deleteMany({
      where: { userId: owner.id, provider: "google" },
    });
    if (count > 0) await recordAndNotify("google-unlinked", owner, client, database);
    return "unlinked";
  });
}

export async function recordAndNotify(
  event: "google-linked" | "google-unlinked",
  { id, address }: Owner,
  client: ClientInfo,
  transaction: Database,
): Promise<void> {
  await recordActivity({ event, address, userId: id, client }, transaction);
  await notify(event, address, client, transaction);
}
