export const dynamic = "force-dynamic";

export {
  cleanupDoor as GET,
  cleanupDoor as POST,
  notCleanup as DELETE,
  notCleanup as PATCH,
  notCleanup as PUT,
} from "@/lib/http/cron";
