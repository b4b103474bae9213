import { redirect, unstable_rethrow } from "next/navigation";
import { databaseFailed } from "../database/reachable";
import { faultOf, log } from "../log";

/**
 * A page's reading of the database. The proxy has just seen that the database answers; when it goes away in that very
 * moment, the person is led to the calm page instead of a 500.
 */
export async function calmly<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (fault) {
    unstable_rethrow(fault);
    log.error(faultOf(fault), "page: the database went away");
    databaseFailed();
    redirect("/indisponible");
  }
}
