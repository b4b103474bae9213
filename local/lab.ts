import { watchAssets } from "@/commands/build/assets";
import { generate } from "@/commands/db/generate.mjs";
import { migrate, pending } from "@/commands/db/migrations";
import { type App, portFree, startApp } from "./app";
import { ensureBuild } from "./build";
import { seedDemoAccounts } from "./demo/seed";
import { appAddress } from "./ports";
import { type Environment, type Services, startServices } from "./services";
import { removeState, type State, statePath, writeState } from "./state";
import { Stopping, Supervisor } from "./supervise";

export type LabOptions = {
  /** The app's port, exactly; the services find theirs nearby. */
  port: number;
  /** `dev` and `preview` run the app too: as it is written, or as it is built. */
  mode: "dev" | "preview" | "services";
  /**
   * Variables that name real services or other settings. Nothing is taken from the process's own
   * environment: tests must never touch a database that it names.
   */
  env?: Environment;
  /** For tests: a database that begins empty, is fast, and is gone afterwards. */
  fast?: boolean;
  /** What runs instead of the product's server: for tests of what surrounds it. */
  program?: string[];
  /** An earlier command at this port was killed, and what it started may still be on its way out. */
  patient?: boolean;
  /** Hears what takes its time, and what a person should know. */
  say?: (line: string) => void;
  /** Hears what the app prints. */
  onOutput?: (text: string) => void;
  /** Ends a start that is under way, as `stop` ends what runs. */
  stopping?: AbortSignal;
};

export type Lab = State & {
  /** Whether the database is the embedded one, with demo accounts in it. */
  embedded: boolean;
  /** Settles with the reason when a part ends by itself. Nothing is stopped by that. */
  failure: Promise<string>;
  /**
   * Starts another process of the same app at another port of this machine, on the same services.
   * `onOutput` hears what that one prints.
   */
  join(port: number, env?: Record<string, string>, onOutput?: (text: string) => void): Promise<App>;
  /** Stops everything that was started, the joined apps too; settles when nothing is left. */
  stop(): Promise<void>;
  /** Makes a stop that is under way as short as it can be. */
  kill(): void;
};

/** Starts the local services and, in two of its modes, the app; settles when everything answers. */
export async function startLab(options: LabOptions): Promise<Lab> {
  const { port, mode, env: environment = {}, fast = false, patient = false } = options;
  const say = options.say ?? (() => undefined);
  const dev = mode === "dev";
  const supervisor = new Supervisor(say);
  const stop = async () => {
    await supervisor.stop();
    if (mode !== "services") removeState(port);
  };
  options.stopping?.addEventListener("abort", () => void stop());
  try {
    if (options.stopping?.aborted) throw new Stopping();
    await supervisor.run(`Waiting for port ${port}`, (stopping) =>
      portFree(port, patient, stopping),
    );
    if (mode !== "services") removeState(port);
    await supervisor.run("Generating the database client", async () => void generate());
    if (mode === "preview") await supervisor.run("Building (npm run build)", ensureBuild);
    if (dev)
      await supervisor.start({
        name: "the watch over what browsers load",
        doing: "Building what browsers load",
        start: async () => ({ stop: await watchAssets() }),
      });
    const services = await startServices(supervisor, { port, environment, fast });

    const start = (
      env: Record<string, string>,
      note?: string,
      onOutput: LabOptions["onOutput"] = options.onOutput,
    ) =>
      supervisor.start({
        name: "the app",
        doing: "Starting the app",
        start: (stopping) =>
          startApp(
            {
              ...{ env, dev, note, patient, before: services.guards },
              ...{ program: options.program, onOutput, embedded: services.embedded !== null },
            },
            stopping,
          ),
      });
    const { databaseUrl, inbox, smtp, google, env, embedded } = services;
    const state = {
      app: appAddress(env.NEXTAUTH_URL, port),
      inbox,
      smtp,
      google,
      databaseUrl,
      env,
    };
    const runs = mode !== "services";
    await Promise.all([
      prepareDatabase(supervisor, services, say),
      runs && start(env, statePath(port)),
    ]);
    if (runs) writeState(port, state);
    return {
      ...state,
      embedded: embedded !== null,
      failure: supervisor.failure,
      join: (other, more = {}, onOutput?) =>
        start({ ...env, PORT: String(other), ...more }, undefined, onOutput),
      stop,
      kill: () => supervisor.kill(),
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function prepareDatabase(
  supervisor: Supervisor,
  { embedded, databaseUrl, directUrl, env }: Services,
  say: (line: string) => void,
): Promise<void> {
  if (embedded !== null) {
    await supervisor.run("Applying the migrations", () => migrate(databaseUrl));
    await supervisor.run("Adding the demo accounts", (stopping) =>
      seedDemoAccounts(env, embedded, stopping),
    );
    return;
  }
  // The caller's own database: nothing is written into it.
  await supervisor.run("Looking at the named database", async () => {
    try {
      const names = await pending(directUrl);
      if (names.length === 0) return;
      say(`DATABASE_URL lacks migrations (${names.join(", ")}): npm run db:migrate`);
    } catch (error) {
      say(`DATABASE_URL cannot be looked at: ${(error as Error).message}`);
    }
  });
}
