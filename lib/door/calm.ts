import { headers } from "next/headers";
import { redirect, unstable_rethrow } from "next/navigation";
import { databaseFailed } from "../database/reachable";
import { faultOf, log } from "../log";

/** The address that is being read, as the proxy saw it: a page is not told its own. */
export const HERE_HEADER = "x-ingreso-here";

/**
 * A page's reading of the database. The proxy has just seen that the database answers; when it goes away in that very
 * moment, the person is led to the same address once more, where the calm page is by now, instead of a 500.
 */
export async function calmly<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (fault) {
    unstable_rethrow(fault);
    log.error(faultOf(fault), "page: the database went away");
    databaseFailed();
    redirect((await headers()).get(HERE_HEADER) ?? "/");
  }
}
