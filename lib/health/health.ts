import { settings } from "../config/settings";
import { singleton } from "../singleton";
import { healthChecks, type State } from "./checks";

/** a check itself ends within five seconds */
const CHECK_INTERVAL_MS = 25_000;
/** an older state, since this process stood still meanwhile, is `unknown` */
const HEALTH_MAX_AGE_MS = 30_000;

type Seen = { state: State; at: number };
const NEVER: Seen = { state: "unknown", at: Number.NEGATIVE_INFINITY };
const watched = singleton("health", () => ({ mail: NEVER, google: NEVER }));

export type Health = {
  status: "ok" | "degraded";
  checks: Record<keyof typeof healthChecks, State>;
};

/** Checks the database now; mail and Google are checked aside, from the first call on, and never waited for. */
export async function checkHealth(): Promise<Health> {
  singleton("health-watch", watch);
  const checks = {
    database: await healthChecks.database(),
    mail: known(watched.mail),
    google: settings().google ? known(watched.google) : "off",
  } as const;
  return { status: Object.values(checks).includes("down") ? "degraded" : "ok", checks };
}

function known({ state, at }: Seen): State {
  return performance.now() - at < HEALTH_MAX_AGE_MS ? state : "unknown";
}

function watch(): NodeJS.Timeout {
  check();
  return setInterval(check, CHECK_INTERVAL_MS).unref();
}

function check(): void {
  for (const thing of ["mail", "google"] as const)
    void healthChecks[thing]().then((state) => {
      watched[thing] = { state, at: performance.now() };
    });
}
