export const dynamic = "force-dynamic";

export { cleanupDoor as GET, cleanupDoor as POST } from "@/lib/door/cron";
