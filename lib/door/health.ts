import { databaseReachable } from "../database/reachable";
import { googleDiscovery } from "../google/discovery";
import { mailReachable } from "../mail/send";
import { once } from "../once";
import { settings } from "../settings";

/** in milliseconds: a look at mail and Google is as old as this at most */
const FRESH = 30_000;

type State = "ok" | "down" | "off";
type Watched = { at: number; state: State };

const watched = once("health", () => ({
  mail: { at: Number.NEGATIVE_INFINITY, state: "ok" } as Watched,
  google: { at: Number.NEGATIVE_INFINITY, state: "ok" } as Watched,
}));

/**
 * What this process stands on. 503 only when the database is down: the other two are looked at aside, and never waited
 * for.
 */
export async function health(): Promise<Response> {
  const { google } = settings();
  look(watched.mail, mailReachable);
  if (google) look(watched.google, () => googleAnswers(google.issuer));
  const checks = {
    database: (await databaseReachable()) ? "ok" : "down",
    mail: watched.mail.state,
    google: google ? watched.google.state : "off",
  } satisfies Record<string, State>;
  const status = Object.values(checks).includes("down") ? "degraded" : "ok";
  return Response.json(
    { status, checks },
    {
      status: checks.database === "down" ? 503 : 200,
      headers: {
        "cache-control": "no-store",
        ...(checks.database === "down" && { "retry-after": "5" }),
      },
    },
  );
}

function look(at: Watched, reachable: () => Promise<boolean>): void {
  if (performance.now() - at.at < FRESH) return;
  at.at = performance.now();
  void reachable().then((answered) => {
    at.state = answered ? "ok" : "down";
  });
}

async function googleAnswers(issuer: string): Promise<boolean> {
  try {
    await googleDiscovery(issuer);
    return true;
  } catch {
    return false;
  }
}
