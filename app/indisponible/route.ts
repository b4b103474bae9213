import type { NextRequest } from "next/server";
import { databaseReachable } from "@/lib/database/reachable";
import { unavailable } from "@/lib/door/unavailable";

export const dynamic = "force-dynamic";

/** The calm page; asked for while all is well it leads to the start. */
async function show(request: NextRequest): Promise<Response> {
  if (await databaseReachable())
    return new Response(null, { status: 303, headers: { location: "/" } });
  return unavailable(request.headers, request.method);
}

export { show as GET, show as HEAD, show as POST };
