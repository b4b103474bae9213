export const dynamic = "force-dynamic";

export {
  cleanUp as GET,
  cleanUp as POST,
  notCleanup as DELETE,
  notCleanup as PATCH,
  notCleanup as PUT,
} from "@/lib/http/cron";
