import { escapesOf } from "../config/connection-uri";
import { type DatabaseAddress, databaseAt } from "./address";

/** A reason and a remedy, a line each, without a password. */
export type Advice = Readonly<{ says: string; todo: string }>;

const TLS_WANTED = "add sslmode=require to the address";

/** Explains a database's refusal to an operator. @param uri only its host and names are printed @param variable its setting */
export function databaseAdvice(fault: unknown, uri: string, variable = "DATABASE_URL"): Advice {
  const address = databaseAt(uri);
  const code = codeOf(fault);
  const [says, todo] =
    BY_CODE[code]?.(address, variable) ??
    BY_WORDS.find(([words]) => words.test(wordsOf(fault)))?.[1](address, variable) ??
    unknown(address, code);
  return { says: code ? `${says} (${code})` : says, todo };
}

/** A fault's code, also inside Prisma's wrapper. */
function codeOf(fault: unknown): string {
  if (!(fault instanceof Error)) return "";
  if ("code" in fault && typeof fault.code === "string") return fault.code;
  return /\b(?:ERROR|FATAL): .*\((\w{5})\)/.exec(fault.message)?.[1] ?? codeOf(fault.cause);
}

const wordsOf = (fault: unknown) => (fault instanceof Error ? fault.message : "");

type Say = (address: DatabaseAddress, variable: string) => [says: string, todo: string];

const refusesUser: Say = ({ where, login }, variable) => [
  `PostgreSQL on ${where} refuses the password of "${login.user}"`,
  `correct it in ${variable}; in a user or password ${escapesOf()}`,
];
const refusesPlace: Say = ({ where, login, routes }) => {
  const clear = routes.every(({ tls }) => tls === null) && !login.host?.startsWith("/");
  return [
    `PostgreSQL on ${where} refuses the user "${login.user}" from here`,
    clear
      ? `it may want TLS: ${TLS_WANTED}; or allow this machine and this user there (pg_hba.conf)`
      : "allow this machine, this user and this database there: pg_hba.conf, or your provider's list of addresses",
  ];
};
const notThere: Say = ({ where }, variable) => [
  `PostgreSQL on ${where} cannot be reached: nothing listens there`,
  `start it, or correct the host and port in ${variable} (in a container, localhost is the container)`,
];
const noName: Say = ({ where }, variable) => [
  `PostgreSQL on ${where} cannot be reached: its name has no address`,
  `correct the host in ${variable}, or this machine's DNS`,
];
const late: Say = ({ where }) => [
  `PostgreSQL on ${where} cannot be reached: it does not answer in time`,
  "is it reachable from here? a firewall, a private network, your provider's list of addresses, or IPv6 where this machine has none",
];
const unknownAuthority: Say = ({ where }) => [
  `PostgreSQL on ${where} shows a certificate that no authority known here has signed`,
  "add sslrootcert=/path/of/the/authority.pem, which your provider gives you; or sslmode=require, which checks none",
];
const starting: Say = ({ where }) => [
  `PostgreSQL on ${where} is starting or stopping`,
  "wait until it is ready",
];
const mayNot: Say = ({ login, schema }) => [
  `the user "${login.user}" may not do here what the product does`,
  `as the owner: grant create, usage on schema ${schema ?? "public"} to "${login.user}" for migrations, and rights to their tables for the app; or give the user a schema of its own`,
];
const noSchema: Say = ({ login }, variable) => [
  `no schema of the search_path of "${login.user}" exists`,
  `create it, or name one in ${variable}: ?schema=ingreso, which db:migrate makes`,
];
const noTables: Say = () => [
  "the tables are not all there",
  "apply the migrations: npm run db:migrate",
];

const BY_CODE: Record<string, Say> = {
  "28P01": refusesUser,
  "28000": refusesPlace,
  "3D000": ({ where, login }) => [
    `the database "${login.database ?? login.user}" does not exist on ${where}`,
    "create it first, in UTF8",
  ],
  "53300": ({ where }) => [
    `PostgreSQL on ${where} has no connection left`,
    "every process opens up to ten: raise max_connections, or put a pooler in front",
  ],
  "57P01": starting,
  "57P02": starting,
  "57P03": starting,
  "42501": mayNot,
  "3F000": noSchema,
  P3005: (_, variable) => [
    "the schema has tables of another program",
    `give Ingreso a database or a schema of its own: ?schema=ingreso in ${variable}`,
  ],
  "42P01": noTables,
  "42703": noTables,
  "42883": noTables,
  "25006": readOnly,
  "read-only": readOnly,
  "not-utf8": ({ where, login }) => [
    `the database "${login.database ?? login.user}" on ${where} is not encoded in UTF8`,
    "make another one: create database … encoding 'UTF8' template template0",
  ],
  "08P01": ({ where, schema, login }) =>
    (schema ?? login.options)
      ? [
          `the pooler on ${where} takes no schema and no options from an address`,
          `take them out, and as the owner: alter role "${login.user}" set search_path = ${schema ?? "…"}`,
        ]
      : [`what answers on ${where} refuses how we connect`, `it may want TLS: ${TLS_WANTED}`],
  ECONNREFUSED: notThere,
  ENOENT: ({ where, routes }, variable) =>
    routes[0]?.host.startsWith("/")
      ? [
          `PostgreSQL on ${where} cannot be reached: there is no socket`,
          `correct host in ${variable}`,
        ]
      : [
          "a file of sslrootcert, sslcert or sslkey cannot be read",
          `correct its path in ${variable}`,
        ],
  EACCES: ({ where }) => [
    `this user may not open the socket in ${where}, or a file of the certificate`,
    "give it the right to",
  ],
  ENOTFOUND: noName,
  EAI_AGAIN: noName,
  ETIMEDOUT: late,
  EHOSTUNREACH: late,
  ENETUNREACH: late,
  ECONNRESET: ({ where }) => [
    `PostgreSQL on ${where} cannot be reached: it hung up`,
    "is it PostgreSQL that listens there? its own log says why",
  ],
  SELF_SIGNED_CERT_IN_CHAIN: unknownAuthority,
  DEPTH_ZERO_SELF_SIGNED_CERT: unknownAuthority,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: unknownAuthority,
  UNABLE_TO_GET_ISSUER_CERT: unknownAuthority,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: unknownAuthority,
  CERT_HAS_EXPIRED: ({ where }) => [
    `the certificate of PostgreSQL on ${where} has expired`,
    "renew it there; is this machine's clock right?",
  ],
  ERR_TLS_CERT_ALTNAME_INVALID: ({ where }) => [
    `the certificate of PostgreSQL on ${where} is for another name`,
    "write the host that it is for, or sslmode=verify-ca",
  ],
};

const BY_WORDS: [RegExp, Say][] = [
  [
    /does not support SSL/,
    ({ where }) => [
      `PostgreSQL on ${where} speaks no TLS`,
      "turn it on there; or, within a network of your own, sslmode=prefer",
    ],
  ],
  [/timeout/, late],
  [/terminated unexpectedly/, BY_CODE.ECONNRESET as Say],
  [/password/i, refusesUser],
];

function readOnly({ where }: DatabaseAddress): [string, string] {
  return [
    `PostgreSQL on ${where} takes no writes: a standby, or one that was demoted`,
    "name the primary; several hosts (one:5432,two:5432) are tried until one takes writes",
  ];
}

function unknown({ where }: DatabaseAddress, code: string): [string, string] {
  const says = code ? "refuses us" : "cannot be entered";
  return [`PostgreSQL on ${where} ${says}`, "its own log says why"];
}
