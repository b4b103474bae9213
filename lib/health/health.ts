import { settings } from "../config/settings";
import { singleton } from "../singleton";
import { looks, type State } from "./looks";

/** in milliseconds: looked at this often, and a look ends within five seconds */
const LOOK_INTERVAL_MS = 25_000;
/** in milliseconds: what is older, since this process stood still meanwhile, is not known any more */
const HEALTH_MAX_AGE_MS = 30_000;

type Seen = { state: State; at: number };
const NEVER: Seen = { state: "unknown", at: Number.NEGATIVE_INFINITY };
const watched = singleton("health", () => ({ mail: NEVER, google: NEVER }));

/** How the product stands, and each thing that it stands on. */
export type Health = { status: "ok" | "degraded"; checks: Record<keyof typeof looks, State> };

/**
 * What this process stands on. The database is looked at now; the other two aside, from the first time somebody asks on,
 * and never waited for.
 */
export async function checkHealth(): Promise<Health> {
  singleton("health-watch", watch);
  const checks = {
    database: await looks.database(),
    mail: known(watched.mail),
    google: settings().google ? known(watched.google) : "off",
  } as const;
  return { status: Object.values(checks).includes("down") ? "degraded" : "ok", checks };
}

function known({ state, at }: Seen): State {
  return performance.now() - at < HEALTH_MAX_AGE_MS ? state : "unknown";
}

function watch(): NodeJS.Timeout {
  look();
  return setInterval(look, LOOK_INTERVAL_MS).unref();
}

function look(): void {
  for (const thing of ["mail", "google"] as const)
    void looks[thing]().then((state) => {
      watched[thing] = { state, at: performance.now() };
    });
}
