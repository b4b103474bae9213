import type { NextRequest } from "next/server";
import { limits } from "../config/limits";
import { formPageOf } from "../routes";
import { maintenancePage } from "./maintenance-page";
import { isProgram, respond } from "./reply";

/** While the database is away: a person gets the calm page, a program JSON. @param path without query */
export async function awayReply(
  { headers, method }: Pick<NextRequest, "headers" | "method">,
  path: string,
): Promise<Response> {
  if (!isProgram(headers)) return maintenancePage(method === "POST" ? formPageOf(path) : null);
  const retryAfter = limits.awayRetrySeconds;
  return respond({ ok: false, status: 503, error: "Away", retryAfter }, true);
}
