import { headers } from "next/headers";
import { redirect, unstable_rethrow } from "next/navigation";
import { isAway } from "../database/fault";
import { databaseFailed } from "../database/reachable";
import { faultOf, log } from "../log/log";

/** The address that is being read, as the proxy saw it: a page is not told its own. */
export const HERE_HEADER = "x-ingreso-here";

/**
 * A page's reading of the database. The proxy has just seen that the database answers; when it goes away in that very
 * moment, the person is led to the same address once more, where it is looked at again: there is the calm page, or the
 * page itself where only that one connection was at fault. Any other fault is ours.
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
