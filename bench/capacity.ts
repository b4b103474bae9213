import type { Report } from "./report";

/** Of a core: above it, requests begin to wait for each other. */
const BUSY = 0.6;
/** What a process opens at most (`BOUNDS.max` of lib/database/pool.ts). */
const CONNECTIONS_A_PROCESS = 10;
/** a session, an activity, and a device where it is a new one */
const ROWS_A_SIGN_IN = 3;
/** of a big server for one PostgreSQL, and what its disk may write ahead in a second */
const CORES = 64;
const DISK_MB = 500;

/** What one act costs, in milliseconds of CPU and kilobytes. */
export type Cost = { server: number; hash: number; database: number; wal: number };

export type Need = {
  cores: number;
  processes: number;
  databaseCores: number;
  connections: number;
  wal: number;
};

/**
 * What so many acts a second need. A process answers on one core and hashes on others, so its answers alone say how many
 * there have to be.
 * @returns `connections` at most, all processes together; `wal` in MB a second
 */
export function needOf({ server, hash, database, wal }: Cost, perSecond: number): Need {
  const cores = (milliseconds: number) => Math.ceil((perSecond * milliseconds) / 1000 / BUSY);
  const processes = Math.max(1, cores(Math.max(0, server - hash)));
  return {
    ...{ cores: cores(server), processes, databaseCores: cores(database) },
    ...{ connections: processes * CONNECTIONS_A_PROCESS, wal: (perSecond * wal) / 1000 },
  };
}

/** How many acts a second one big server for PostgreSQL carries, by its cores and by its disk. */
export function endOf({ database, wal }: Cost): { cores: number; disk: number } {
  const cores = (CORES * BUSY * 1000) / database;
  return { cores, disk: wal > 0 ? (DISK_MB * 1000) / wal : Number.POSITIVE_INFINITY };
}

/** The page of a report. @throws where it is not of a whole run */
export function capacity(report: Report): string {
  const value = (what: string) => {
    const line = report.sections.flatMap(({ lines }) => lines).find((one) => one.what === what);
    if (!line) throw new Error(`the report does not say: ${what}`);
    return line.value;
  };
  const cost = (name: string, hash = 0): Cost => ({
    server: value(`${name}, ingreso: CPU of the server, each`),
    database: value(`${name}, ingreso: CPU of PostgreSQL, each`),
    wal: value(`${name}, ingreso: written ahead (WAL), each`),
    hash,
  });
  const threads = Number(report.machine.cores);
  const hash = (1000 * threads) / value(`bcrypt at cost 12 alone, ${threads} threads`);
  const session = cost("session checks");
  const link = cost("links");
  const password = cost("sign-ins", hash);
  const cheaper: Cost = { ...password, server: password.server - (3 / 4) * hash, hash: hash / 4 };
  const acts: [string, Cost, string][] = [
    ["a session check", session, "a session check"],
    ["a link asked for", link, "a link asked for"],
    ["a sign-in by password, cost 12", password, "a sign-in by password"],
    ["the same, cost 10", cheaper, "a sign-in by password"],
  ];
  const loads: [string, Need][] = [
    ["100,000 session checks", needOf(session, 100_000)],
    ["1,000 links asked for", needOf(link, 1_000)],
    ["1,000 sign-ins by password, cost 12", needOf(password, 1_000)],
    ["1,000 sign-ins by password, cost 10", needOf(cheaper, 1_000)],
  ];
  const memory = value("most memory, ingreso");
  const { cpu, cores, memory: ram, node, postgres, commit } = report.machine;
  const ends = [session, link, password].map(endOf);
  return `# Capacity

Worked out from [report.json](report.json) by \`npm run bench -- --peers\`, which writes this page too: ${report.at.slice(0, 10)}, ${cpu},
${cores} cores that client, server and PostgreSQL share, ${ram}, Node ${node}, PostgreSQL ${postgres}, at ${commit}. Figures of another machine differ; the arithmetic does not.

## What one act costs

| act | CPU of the server | of it the hash | CPU of PostgreSQL | written ahead (WAL) | statements |
| --- | --- | --- | --- | --- | --- |
${rows(acts.map(([name, one, counted]) => [name, ms(one.server), ms(one.hash), ms(one.database), `${round(one.wal)} kB`, String(value(`${counted}, ingreso`))]))}

## What a load needs

Cores are ${BUSY * 100} % busy. A process answers on one core, and hashes on as many as its machine has.

| a second | cores for the app | processes | their memory | cores for PostgreSQL | connections at most | written ahead |
| --- | --- | --- | --- | --- | --- | --- |
${rows(loads.map(([name, need]) => [name, round(need.cores), round(need.processes), `${round((need.processes * memory) / 1000)} GB`, round(need.databaseCores), round(need.connections), `${round(need.wal)} MB/s`]))}

- **Passwords are the hash.** ${round((100 * hash) / password.server)} % of a sign-in's CPU is bcrypt, which is meant to be dear: twice the cores are twice the sign-ins, and one less in \`BCRYPT_COST\`
  is half of them. Spread by a balancer over machines of any size; each queues what it cannot hash yet and answers \`Busy\` beyond that. Links cost no hash.
- **Connections.** A process opens ${CONNECTIONS_A_PROCESS} at most, and a statement holds one for about as long as PostgreSQL works on it: 100,000 session checks keep
  ${round((100_000 * session.database) / 1000)} busy. From ten processes on, put a pooler in transaction mode in front (docs/deploy.md): it needs as many connections to PostgreSQL as there are cores, two or three times over.
- **Replicas.** A session check reads the primary: on a replica a session that was ended would live on for as long as the replica is behind. A replica is for
  failover, for \`npm run operator\`'s lists and for reports. What reads more than one server carries is divided by product or region, each with a database of its own.
- **Clean-up** deleted ${round(value("rows deleted a second"))} rows a second while people signed in, in batches that skip what is locked. 1,000 sign-ins a second leave ${round(ROWS_A_SIGN_IN * 1000)} rows a second
  that are past their time one day (a session, an activity, a device): ${round((60 * ROWS_A_SIGN_IN * 1000) / value("rows deleted a second"))} seconds of it in each minute, so \`db:cleanup\` is called every minute then, not every hour.
- **Mail.** 1,000 links a second are as many mails: whoever sends them for you says first how many they take.

## Where PostgreSQL ends

One server with ${CORES} cores and a disk that writes ${DISK_MB} MB ahead in a second, ${BUSY * 100} % busy:

| act | a second by its cores | by its disk |
| --- | --- | --- |
${rows([
  ...["session checks", "links asked for", "sign-ins by password"].map((name, index) => [
    name,
    round(ends[index]?.cores ?? Number.NaN),
    round(ends[index]?.disk ?? Number.NaN),
  ]),
])}

Rows hardly count: with ${largest(report)} users, sessions, tokens and sends each, no act takes more than ${round(worst(report))} × as long as with a thousand, and no statement reads a whole table.
No row is shared by people who have nothing to do with each other; those of one network range wait for each other while one is counted (\`lib/rate-limit/subnets.ts\`).
`;
}

/** Of all comparisons of growth, the highest ratio. */
function worst(report: Report): number {
  const ratios = report.sections
    .flatMap(({ lines }) => lines)
    .filter(({ what }) => what.endsWith("÷ few"))
    .map(({ value }) => value);
  return Math.max(...ratios);
}

function largest(report: Report): string {
  const steps = report.sections
    .flatMap(({ lines }) => lines)
    .flatMap(({ what }) => /^([\d,]+) rows a table/.exec(what)?.[1] ?? []);
  return steps.at(-1) ?? "?";
}

const rows = (all: string[][]) => all.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
const ms = (value: number) => `${round(value)} ms`;

/** Two digits say as much as is known. */
function round(value: number): string {
  if (!Number.isFinite(value)) return "–";
  return Number(value.toPrecision(2)).toLocaleString("en", { maximumFractionDigits: 3 });
}
