import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";
import { type DatabaseAddress, databaseAt, databaseBeside } from "@/lib/database/address";
import { poolOf } from "@/lib/database/connection";
import { checkDatabase, unavailable } from "./database";

/**
 * Prisma's schema engine as WebAssembly over `pg`: no native binary, no download.
 * @param databaseUrl past any transaction-mode pooler: the engine holds an advisory lock of its session
 * @param work gets the engine; when it ends, every connection is closed
 * @throws {DatabaseUnavailable} when the database cannot be entered, or its place forbids what has to be done
 */
export async function withSchemaEngine<T>(
  databaseUrl: string,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  await checkDatabase(databaseUrl);
  const factory = new MigrationPg(databaseAt(databaseUrl));
  const { SchemaEngine: Engine } = await loadGlue();
  try {
    const adapter = bindMigrationAwareSqlAdapterFactory(factory);
    return await work(await Engine.new({ datamodels: undefined }, () => undefined, adapter));
  } catch (fault) {
    // of what PostgreSQL said the engine repeats the words alone
    const said = (one: Error) => fault instanceof Error && fault.message.includes(one.message);
    const refusal = factory.refusals.find(said) ?? fault;
    throw OF_THE_PLACE.has(codeOf(refusal)) ? unavailable(refusal, databaseUrl) : fault;
  } finally {
    await factory.close();
  }
}

/** No right, no schema, no writes; tables of others where ours should be. */
const OF_THE_PLACE = new Set(["42501", "3F000", "25006", "P3005"]);

function codeOf(fault: unknown): string {
  return fault instanceof Error && "code" in fault ? String(fault.code) : "";
}

let glue: Promise<typeof import("@prisma/schema-engine-wasm/schema_engine_bg")> | undefined;

function loadGlue() {
  glue ??= instantiate();
  return glue;
}

async function instantiate() {
  const module = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const require = createRequire(import.meta.url);
  const room = dirname(require.resolve("@prisma/schema-engine-wasm"));
  const { instance } = await WebAssembly.instantiate(
    await readFile(join(room, "schema_engine_bg.wasm")),
    { "./schema_engine_bg.js": importsOf(module) },
  );
  module.__wbg_set_wasm(instance.exports);
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: panic } });
  const start = instance.exports.__wbindgen_start;
  if (typeof start === "function") start();
  return module;
}

/** Its timer for the lock runs on when the lock is there; it must not keep a finished command alive. */
function importsOf(module: object): WebAssembly.ModuleImports {
  const imports = Object.entries(module).map(([name, value]) =>
    name.startsWith("__wbg_setTimeout") ? [name, idleTimeout] : [name, value],
  );
  return Object.fromEntries(imports);
}

function idleTimeout(work: () => void, ms: number) {
  return setTimeout(work, ms).unref();
}

/** The engine's own word for a bug of its own. */
class SchemaEnginePanic extends Error {
  override readonly name = "SchemaEnginePanic";
}

function panic(message: string): never {
  throw new SchemaEnginePanic(message);
}

class MigrationPg implements SqlMigrationAwareDriverAdapterFactory {
  readonly provider = "postgres";
  readonly adapterName = "@prisma/adapter-pg";
  readonly #address: DatabaseAddress;
  readonly #pool: pg.Pool;
  /** what PostgreSQL said no to; of some the engine makes nothing */
  readonly refusals: Error[] = [];

  constructor(address: DatabaseAddress) {
    this.#address = address;
    this.#pool = onePool(address, this.refusals);
  }

  connect() {
    return adapterOver(this.#pool);
  }

  /** adapter-pg's own one gives pg a connection string besides the name, and pg lets the string win: the real database. */
  async connectToShadowDb() {
    const name = `prisma_shadow_${randomUUID().replaceAll("-", "")}`;
    await this.#pool.query(`CREATE DATABASE "${name}" TEMPLATE template0`);
    const schema = await schemaOf(this.#pool);
    const pool = onePool(databaseBeside(this.#address, name, schema), this.refusals);
    await pool.query(`CREATE SCHEMA IF NOT EXISTS ${pg.escapeIdentifier(schema)}`);
    const adapter = await adapterOver(pool);
    adapter.dispose = async () => {
      await pool.end();
      await this.#pool.query(`DROP DATABASE "${name}" WITH (FORCE)`);
    };
    return adapter;
  }

  async close() {
    await this.#pool.end();
  }
}

async function adapterOver(pool: pg.Pool) {
  const adapter = await new PrismaPg(pool, { schema: await schemaOf(pool) }).connect();
  // Its own one splits at every ";", also inside strings and function bodies. Without arguments
  // PostgreSQL takes the whole script at once, as one transaction.
  adapter.executeScript = async (sql) => {
    await adapter.executeRaw({ sql, args: [], argTypes: [] });
  };
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query);
    for (const column of charColumns.get(result.rows) ?? [])
      result.columnTypes[column] = ColumnTypeEnum.Character;
    return result;
  };
  return adapter;
}

/** Where the engine looks for tables, its own and in the shadow database too. */
async function schemaOf(pool: pg.Pool): Promise<string> {
  const { rows } = await pool.query("SELECT current_schema() AS schema");
  return rows[0]?.schema ?? "public";
}

const PG_CHAR = 18;
const PG_TEXT = 25;

/** Which columns of some rows are of pg_catalog's type "char", which adapter-pg does not know. */
const charColumns = new WeakMap<unknown[], number[]>();

/** The engine reads moments as ISO says them, and a migration takes its time, whatever server, database and role say. */
const PLAIN = "set datestyle to 'ISO'; set timezone to 'UTC'; set statement_timeout to 0";

/** One connection that never idles away: the engine's advisory lock lives and dies with it. */
function onePool(address: DatabaseAddress, refusals: Error[]): pg.Pool {
  const onConnect = (client: pg.ClientBase) => client.query(PLAIN);
  const pool = poolOf(address, { max: 1, idleTimeoutMillis: 0, onConnect });
  pool.on("error", () => undefined); // the next query says it better
  const query = pool.query.bind(pool) as unknown as (config: unknown) => Promise<pg.QueryResult>;
  const knowingChar = async (config: unknown) => {
    const result = await query(config).catch((fault: unknown) => {
      if (fault instanceof Error) refusals.push(fault);
      throw fault;
    });
    const columns = [...(result.fields ?? []).entries()];
    const chars = columns.filter(([, field]) => field.dataTypeID === PG_CHAR);
    for (const [, field] of chars) field.dataTypeID = PG_TEXT;
    if (chars.length > 0)
      charColumns.set(
        result.rows,
        chars.map(([column]) => column),
      );
    return result;
  };
  return Object.assign(pool, { query: knowingChar });
}
