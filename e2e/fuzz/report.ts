import { writeFileSync } from "node:fs";
import path from "node:path";
import { localFolder } from "@/local/state";
import type { CampaignReport, DoorReport } from "./campaign";

/** Several campaigns as one. */
export function summed(campaigns: CampaignReport[]): DoorReport[] {
  const doors = new Map<string, DoorReport>();
  for (const one of campaigns.flatMap((campaign) => campaign.doors)) {
    const sum = doors.get(one.door) ?? { door: one.door, tried: 0, statuses: {}, slowest: 0 };
    sum.tried += one.tried;
    sum.slowest = Math.max(sum.slowest, one.slowest);
    for (const [status, times] of Object.entries(one.statuses))
      sum.statuses[status] = (sum.statuses[status] ?? 0) + times;
    doors.set(one.door, sum);
  }
  return [...doors.values()];
}

/** The table for a person: what was tried at each door, what it answered, and its slowest answer. */
export function table(doors: DoorReport[]): string {
  const line = ({ door, tried, statuses, slowest }: DoorReport) =>
    `  ${door.padEnd(44)}${String(tried).padStart(8)}${`${slowest} ms`.padStart(10)}  ${Object.entries(
      statuses,
    )
      .map(([status, times]) => `${status}×${times}`)
      .join(" ")}`;
  const all = summed([{ doors: doors.map((one) => ({ ...one, door: "all" })) } as CampaignReport]);
  return [
    `  ${"door".padEnd(44)}${"tried".padStart(8)}${"slowest".padStart(10)}  answers`,
    ...[...doors, ...all].map(line),
  ].join("\n");
}

/** What a counterexample needs to be seen again. */
export function failureLines({ failures, afterwards, seed }: CampaignReport): string[] {
  return [
    ...failures.map(
      ({ door, path: at, complaints, request }) =>
        `✗ ${door}: ${complaints.join("; ")}\n  npm run fuzz -- --seed ${seed} --door ${door.split(" ")[1]} --path ${at}\n  ${JSON.stringify(request).slice(0, 2000)}`,
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
