import { limits } from "@/lib/config/limits";
import { checkHealth } from "@/lib/health/health";
import { afterRead } from "@/lib/http/after-reply";
import { wrongMethods } from "@/lib/http/endpoint";
import { UNCACHED } from "@/lib/http/headers";

export const dynamic = "force-dynamic";

/** The health check: 503 only when the database is down, since without it no one can sign in. */
export async function GET(): Promise<Response> {
  afterRead();
  const health = await checkHealth();
  const isDown = health.checks.database === "down";
  return Response.json(health, {
    status: isDown ? 503 : 200,
    headers: {
      "cache-control": UNCACHED,
      ...(isDown && { "retry-after": String(limits.awayRetrySeconds) }),
    },
  });
}

export const { POST, PUT, PATCH, DELETE } = wrongMethods("GET");
