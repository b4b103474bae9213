import { headers } from "next/headers";
import { redirect, unstable_rethrow } from "next/navigation";
import { isAway } from "../database/fault";
import { databaseFailed } from "../database/reachable";
import { faultOf, log } from "../log/log";

/** The address being read, set by the proxy: Next does not give it to a page. */
export const HERE_HEADER = "x-ingreso-here";

/**
 * The proxy has just seen the database answer. If it goes away meanwhile, the user is sent to the same address again:
 * to the maintenance page, or the page itself when only one connection failed. Other faults are bugs.
 */
export async function retryWhenAway<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (fault) {
    unstable_rethrow(fault);
    if (!isAway(fault)) throw fault;
    log.error(faultOf(fault), "page: the database went away");
    databaseFailed();
    redirect((await headers()).get(HERE_HEADER) ?? "/");
  }
}
