import { writeFileSync } from "node:fs";
import path from "node:path";
import { localFolder } from "@/local/state";
import type { CampaignReport, EndpointReport } from "./campaign";

/** Several campaigns as one. */
export function summed(campaigns: CampaignReport[]): EndpointReport[] {
  const endpoints = new Map<string, EndpointReport>();
  for (const one of campaigns.flatMap((campaign) => campaign.endpoints)) {
    const sum = endpoints.get(one.endpoint) ?? {
      endpoint: one.endpoint,
      tried: 0,
      statuses: {},
      slowest: 0,
    };
    sum.tried += one.tried;
    sum.slowest = Math.max(sum.slowest, one.slowest);
    for (const [status, times] of Object.entries(one.statuses))
      sum.statuses[status] = (sum.statuses[status] ?? 0) + times;
    endpoints.set(one.endpoint, sum);
  }
  return [...endpoints.values()];
}

/** The table for a person: what was tried at each endpoint, what it answered, and its slowest answer. */
export function table(endpoints: EndpointReport[]): string {
  const line = ({ endpoint, tried, statuses, slowest }: EndpointReport) =>
    `  ${endpoint.padEnd(44)}${String(tried).padStart(8)}${`${slowest} ms`.padStart(10)}  ${Object.entries(
      statuses,
    )
      .map(([status, times]) => `${status}×${times}`)
      .join(" ")}`;
  const all = summed([
    { endpoints: endpoints.map((one) => ({ ...one, endpoint: "all" })) } as CampaignReport,
  ]);
  return [
    `  ${"endpoint".padEnd(44)}${"tried".padStart(8)}${"slowest".padStart(10)}  answers`,
    ...[...endpoints, ...all].map(line),
  ].join("\n");
}

/** What a counterexample needs to be seen again. */
export function failureLines({ failures, afterwards, seed }: CampaignReport): string[] {
  return [
    ...failures.map(
      ({ endpoint, path: at, complaints, request }) =>
        `✗ ${endpoint}: ${complaints.join("; ")}\n  npm run fuzz -- --seed ${seed} --endpoint ${endpoint.split(" ")[1]} --path ${at}\n  ${JSON.stringify(request).slice(0, 2000)}`,
    ),
    ...afterwards.map((what) => `✗ afterwards (seed ${seed}): ${what}`),
  ];
}

/** Writes the report beside the clone's other local files. @returns where */
export function writeReport(report: object): string {
  const file = path.join(localFolder(), "fuzz.json");
  writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
  return file;
}
