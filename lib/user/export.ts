import { eventsOf } from "../activity/list";
import { db } from "../database/client";
import type { Email } from "../email";

/** Everything kept about a user, without secrets. */
export async function exportUser(owner: { id: string; address: Email }) {
  const { id, address } = owner;
  const database = db();
  const account = await database.user.findUniqueOrThrow({
    where: { id },
    select: { email: true, name: true, emailVerified: true, createdAt: true },
  });
  const { createdAt } = account;
  const [google, sessions, activity] = await Promise.all([
    database.account.findMany({
      where: { userId: id },
      select: { provider: true, address: true, createdAt: true },
    }),
    database.session.findMany({
      where: { userId: id },
      orderBy: { createdAt: "desc" },
      select: {
        method: true,
        device: true,
        network: true,
        place: true,
        createdAt: true,
        lastUsedAt: true,
        endedAt: true,
      },
    }),
    database.activity.findMany({
      where: eventsOf({ id, address, createdAt }),
      orderBy: { at: "desc" },
      select: { at: true, event: true, method: true, device: true, network: true, place: true },
    }),
  ]);
  return { account, linkedAccounts: google, sessions, activity };
}
