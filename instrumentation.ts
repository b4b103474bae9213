import type { Instrumentation } from "next";
import { settings, warningsOf } from "@/lib/config/settings";

/**
 * The settings once more, for hosts that never see server.ts: a wrong one ends the start, not the first sign-in. Then the
 * guarded console, and OpenTelemetry, where it is asked for.
 */
export async function register(): Promise<void> {
  const told = settings();
  // Next compiles this file for its Edge runtime too, which nothing here uses and the log cannot run in
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { guardConsole, log } = await import("@/lib/log/log");
  // once the settings are read: what is wrong with them is said in its own words
  if (process.env.NODE_ENV === "production") guardConsole();
  for (const warning of warningsOf(told)) log.warn(`settings: ${warning}`);
  const { startTelemetry } = await import("@/lib/telemetry/start");
  await startTelemetry();
}

/** An unexpected fault: its class, the page's pattern and the request that its reader can name; never the address. */
export const onRequestError: Instrumentation.onRequestError = async (fault, request, context) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { faultOf, log } = await import("@/lib/log/log");
  const { faultFound } = await import("@/lib/telemetry/counters");
  const id = request.headers["x-request-id"];
  const digest = fault instanceof Error && "digest" in fault ? fault.digest : undefined;
  const found = faultOf(fault);
  log.error({ request: id, ...found, digest, route: context.routePath }, "page: failed");
  faultFound("page", found.fault);
};
