import { databaseReachable } from "@/lib/database/reachable";
import { unavailable } from "@/lib/door/unavailable";

export const dynamic = "force-dynamic";

/** The calm page; asked for while all is well it leads to the start. */
async function show(): Promise<Response> {
  if (!(await databaseReachable())) return unavailable("/");
  const headers = { location: "/", "cache-control": "no-store" };
  return new Response(null, { status: 303, headers });
}

export { show as GET, show as HEAD };
