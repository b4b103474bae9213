import { wrongMethods } from "@/lib/door/door";

export { cleanupDoor as GET, cleanupDoor as POST } from "@/lib/door/cron";

export const dynamic = "force-dynamic";
export const { PUT, PATCH, DELETE } = wrongMethods("GET, POST");
