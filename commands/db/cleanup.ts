import { command } from "./command";
import { checkDatabase } from "./database";

await command(async () => {
  const { databaseAddress } = await import("@/lib/config/settings");
  const { db } = await import("@/lib/database/client");
  try {
    const deleted = Object.entries(await deletePast(databaseAddress()));
    for (const [what, rows] of deleted) console.log(`${what}: ${rows}`);
    console.log(await sealedAndSent());
    return 0;
  } finally {
    await db().$disconnect();
  }
});

/** @throws {DatabaseUnavailable} when the database cannot be entered */
async function deletePast(databaseUrl: string): Promise<Record<string, number>> {
  const { cleanup } = await import("@/lib/database/cleanup");
  const { settleLostPhones } = await import("@/lib/second-step/carry-out");
  // first, since the product's own pool would log it as well
  await checkDatabase(databaseUrl);
  try {
    return { ...(await settleLostPhones()), ...(await cleanup()) };
  } catch (fault) {
    const { faultOf } = await import("@/lib/log/log");
    const what = Object.values(faultOf(fault)).join(" ");
    throw new Error(`${what}: is every migration applied (npm run db:migrate)?`, { cause: fault });
  }
}

/** Secrets of the second step are sealed anew, and notices sent that are due or were refused, where all is set that they need. */
async function sealedAndSent(): Promise<string> {
  const { readSettings } = await import("@/lib/config/settings");
  const read = readSettings();
  if (!read.ok) return `notices: not tried again, since ${read.problems.join(", ")}`;
  const { sealAnew } = await import("@/lib/second-step/secret");
  await sealAnew();
  const { retryNotices } = await import("@/lib/notice/send");
  return `notices sent: ${await retryNotices()}`;
}
