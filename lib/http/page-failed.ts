import { faultOf, log } from "../log/log";
import { faultFound } from "../telemetry/counters";
import { faultPage } from "./maintenance-page";

/** What is shown in place of a page that could not be made: what is wrong stands in the log alone. */
export function pageFailed(fault: unknown, route: string | null): Response {
  const found = faultOf(fault);
  log.error({ ...found, route }, "page: failed");
  faultFound("page", found.fault);
  return faultPage(null);
}
