import { looks, type State } from "../health/looks";
import { once } from "../once";
import { afterwards } from "./door";
import { UNCACHED } from "./headers";

/** in milliseconds: looked at this often, and a look ends within five seconds, so that none is told older than 30 s */
const AGAIN = 25_000;

const watched = once("health", () => ({ mail: "ok" as State, google: "ok" as State }));

/**
 * What this process stands on. 503 only when the database is down: the other two are looked at aside, from the first
 * time somebody asks on, and never waited for.
 */
export async function health(): Promise<Response> {
  afterwards();
  once("health-watch", watch);
  const checks = {
    database: await looks.database(),
    mail: watched.mail,
    google: watched.google,
  } satisfies Record<keyof typeof looks, State>;
  const status = Object.values(checks).includes("down") ? "degraded" : "ok";
  return Response.json(
    { status, checks },
    {
      status: checks.database === "down" ? 503 : 200,
      headers: {
        "cache-control": UNCACHED,
        ...(checks.database === "down" && { "retry-after": "5" }),
      },
    },
  );
}

function watch(): NodeJS.Timeout {
  look();
  return setInterval(look, AGAIN).unref();
}

function look(): void {
  for (const thing of ["mail", "google"] as const)
    void looks[thing]().then((state) => {
      watched[thing] = state;
    });
}
