import { createHash } from "node:crypto";
import fc from "fast-check";
import { Cookies } from "@/testing/cookies";
import { aftermath } from "./aftermath";
import type { Endpoint } from "./endpoints";
import { endpoints } from "./endpoints";
import { requestsOf } from "./generate";
import { complaintsAbout } from "./oracle";
import type { Fuzzed } from "./request";
import type { Target } from "./target";
import { type Answer, exchange } from "./wire";
import { makePerson, SECRET } from "./world";
import { type Around, written } from "./write";

/** The cookie of a way to Google whose state is "abc", as `QUERY` of `endpoints.ts` says it. */
const GOOGLE = "google_ba7816bf8f01cfea414140de5dae2223";

/** How many requests are on their way at once. */
const AT_ONCE = 4;
/** milliseconds after which nobody waits for an answer any more; above the bound for a slow one */
const PATIENCE = 15_000;

export type EndpointReport = {
  endpoint: string;
  tried: number;
  statuses: Record<string, number>;
  slowest: number;
};
export type Failure = {
  endpoint: string;
  path: string;
  complaints: string[];
  request: Fuzzed;
};
export type CampaignReport = {
  seed: number;
  tried: number;
  endpoints: EndpointReport[];
  failures: Failure[];
  afterwards: string[];
};
export type CampaignOptions = {
  seed: number;
  /** requests an endpoint */
  runs: number;
  /** the address of the only endpoint that is tried */
  only?: string;
  /** the counterexample that is tried again */
  path?: string;
  say?: (line: string) => void;
};

class Complaint extends Error {
  override name = "Complaint";
}

/** Sends each endpoint that many requests and judges every answer; afterwards the log, the database and a person's sign-in. */
export async function campaign(
  target: Target,
  { seed, runs, only, path, say }: CampaignOptions,
): Promise<CampaignReport> {
  const jar = await jarOf(target);
  const queue = endpoints().filter((endpoint) => only === undefined || endpoint.path === only);
  const reports: EndpointReport[] = [];
  const failures: Failure[] = [];
  const work = async () => {
    for (let endpoint = queue.shift(); endpoint; endpoint = queue.shift()) {
      const report = {
        endpoint: `${endpoint.method} ${endpoint.path}`,
        tried: 0,
        statuses: {},
        slowest: 0,
      };
      reports.push(report);
      const failure = await attempt(target, jar, endpoint, report, { seed, runs, path });
      if (failure) failures.push(failure);
      say?.(`${failure ? "✗" : "✓"} ${report.endpoint}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const afterwards = await aftermath(target);
  reports.sort((one, other) => one.endpoint.localeCompare(other.endpoint));
  const tried = reports.reduce((sum, report) => sum + report.tried, 0);
  return { seed, tried, endpoints: reports, failures, afterwards };
}

async function attempt(
  target: Target,
  jar: Jar,
  endpoint: Endpoint,
  report: EndpointReport,
  { seed, runs, path }: { seed: number; runs: number; path?: string },
): Promise<Failure | null> {
  const property = fc.asyncProperty(requestsOf(endpoint), async (request) => {
    const answer = await send(target, jar, request, report.tried);
    note(report, answer);
    const complaints = complaintsAbout({ request, answer, ...target });
    if (complaints.length > 0) throw new Complaint(complaints.join("; "));
  });
  const ran = await fc.check(property, {
    seed: seedOf(seed, report.endpoint),
    path,
    numRuns: runs,
  });
  if (!ran.failed) return null;
  const [request] = ran.counterexample ?? [];
  const said = String((ran.errorInstance as Error | undefined)?.message ?? ran.errorInstance);
  if (!request) throw new Error(`${report.endpoint}: ${said}`);
  return {
    endpoint: report.endpoint,
    path: ran.counterexamplePath ?? "",
    complaints: [said],
    request,
  };
}

/** Each endpoint's own, or all of them would be asked the same wrong things. */
function seedOf(seed: number, endpoint: string): number {
  return createHash("sha256").update(`${seed} ${endpoint}`).digest().readInt32LE();
}

async function send(target: Target, jar: Jar, request: Fuzzed, number: number): Promise<Answer> {
  const person = await makePerson(target.database, jar.csrf);
  const around: Around = {
    person,
    cookieName: (kind) =>
      `ingreso-${new URL(target.origin).port}.${kind === "google" ? GOOGLE : kind}`,
    jar: jar.cookies,
    origin: target.origin,
    // a network range of its own for each: a limit that is reached hides what lies behind it
    ip: `10.${Math.floor(Math.random() * 256)}.${number % 256}.1`,
  };
  const { bytes, end } = written(request, around);
  return exchange({
    port: target.port,
    bytes,
    end,
    patience: PATIENCE,
    head: request.method === "HEAD",
  });
}

function note(report: EndpointReport, { status, ms }: Answer): void {
  report.tried += 1;
  report.statuses[status] = (report.statuses[status] ?? 0) + 1;
  report.slowest = Math.max(report.slowest, Math.round(ms));
}

type Jar = { csrf: string; cookies: Cookies };

/** Cookies of every kind that one round through the product leaves in a browser, each good for something. */
async function jarOf({ port, origin }: Target): Promise<Jar> {
  const at = `http://127.0.0.1:${port}`;
  const cookies = new Cookies();
  const read = await fetch(`${at}/api/auth/csrf`);
  cookies.keep(read);
  const { csrfToken } = (await read.json()) as { csrfToken: string };
  const post = async (endpoint: string, form: Record<string, string>) =>
    cookies.keep(
      await fetch(at + endpoint, {
        method: "POST",
        redirect: "manual",
        headers: { origin },
        body: new URLSearchParams(form),
      }),
    );
  await post("/api/auth/signin/google", { callbackUrl: "/cuenta" });
  await post("/api/auth/signin/email", {
    email: `${SECRET}jar@ejemplo.com`,
    callbackUrl: "/cuenta",
  });
  await post("/registro/crear", { name: "Ana", email: "ana@@ejemplo.com", password: "corta" });
  return { csrf: csrfToken, cookies };
}
