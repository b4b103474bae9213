import { existsSync } from "node:fs";
import { command } from "./command";

await command(import.meta.url, async () => {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const { cleanup } = await import("@/lib/database/cleanup");
  const { db } = await import("@/lib/database/client");
  const { sendNotices } = await import("@/lib/notice/send");
  try {
    const deleted = Object.entries(await cleanup());
    for (const [what, rows] of deleted) console.log(`${what}: ${rows}`);
    // what the mail server refused is tried again
    console.log(`notices sent: ${await sendNotices()}`);
    return 0;
  } finally {
    await db().$disconnect();
  }
});
