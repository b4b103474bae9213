import { looks, type State } from "../health/looks";
import { once } from "../once";
import { settings } from "../settings";
import { afterReading } from "./door";
import { UNCACHED } from "./headers";

/** in milliseconds: looked at this often, and a look ends within five seconds */
const AGAIN = 25_000;
/** in milliseconds: what is older, since this process stood still meanwhile, is not known any more */
const KNOWN_FOR = 30_000;

type Seen = { state: State; at: number };
const NEVER: Seen = { state: "unknown", at: Number.NEGATIVE_INFINITY };
const watched = once("health", () => ({ mail: NEVER, google: NEVER }));

/**
 * What this process stands on. 503 only when the database is down: the other two are looked at aside, from the first
 * time somebody asks on, and never waited for.
 */
export async function health(): Promise<Response> {
  afterReading();
  once("health-watch", watch);
  const checks = {
    database: await looks.database(),
    mail: known(watched.mail),
    google: settings().google ? known(watched.google) : "off",
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

function known({ state, at }: Seen): State {
  return performance.now() - at < KNOWN_FOR ? state : "unknown";
}

function watch(): NodeJS.Timeout {
  look();
  return setInterval(look, AGAIN).unref();
}

function look(): void {
  for (const thing of ["mail", "google"] as const)
    void looks[thing]().then((state) => {
      watched[thing] = { state, at: performance.now() };
    });
}
