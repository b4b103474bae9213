import { knowsOnly } from "@/lib/door/door";

export { cleanupDoor as GET, cleanupDoor as POST } from "@/lib/door/cron";

export const dynamic = "force-dynamic";
export const PUT = knowsOnly("GET, POST");
export const PATCH = PUT;
export const DELETE = PUT;
