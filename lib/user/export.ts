import { eventsOf } from "../activity/list";
import { db } from "../database/client";
import type { Email } from "../email";
import { messages } from "../messages/messages";
import { originIn } from "../messages/origin";

export type UserExport = Awaited<ReturnType<typeof exportUser>>;

/** Everything kept about a user, without secrets; devices and places in the reader's words. */
export async function exportUser(owner: { id: string; address: Email }) {
  const { id, address } = owner;
  const database = db();
  const account = await database.user.findUniqueOrThrow({
    where: { id },
    select: {
      email: true,
      name: true,
      language: true,
      timeZone: true,
      emailVerified: true,
      createdAt: true,
    },
  });
  const { emailVerified } = account;
  const [google, passkeys, sessions, emailChanges, secondStep, trustedDevices, activity] =
    await Promise.all([
      database.account.findMany({
        where: { userId: id },
        select: { provider: true, address: true, createdAt: true },
      }),
      database.passkey.findMany({
        where: { userId: id },
        orderBy: { createdAt: "asc" },
        select: { name: true, aaguid: true, backedUp: true, createdAt: true, lastUsedAt: true },
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
      database.emailChange.findMany({
        where: { userId: id },
        orderBy: { at: "desc" },
        select: { oldAddress: true, newAddress: true, at: true, undoneAt: true },
      }),
      database.totp.findFirst({
        where: { userId: id, confirmedAt: { not: null } },
        select: { confirmedAt: true },
      }),
      database.trustedDevice.findMany({
        where: { userId: id },
        orderBy: { createdAt: "desc" },
        select: {
          device: true,
          network: true,
          place: true,
          createdAt: true,
          lastUsedAt: true,
          expires: true,
        },
      }),
      database.activity.findMany({
        where: eventsOf({ id, address, emailVerified }),
        orderBy: { at: "desc" },
        select: {
          at: true,
          event: true,
          address: true,
          method: true,
          device: true,
          network: true,
          place: true,
          note: true,
        },
      }),
    ]);
  const said = messages();
  return {
    account,
    linkedAccounts: google,
    passkeys,
    sessions: sessions.map((row) => originIn(row, said)),
    emailChanges,
    secondStep: { onSince: secondStep?.confirmedAt ?? null },
    trustedDevices: trustedDevices.map((row) => originIn(row, said)),
    activity: activity.map((row) => originIn(row, said)),
  };
}
