import fs from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { type Ending, type Endings, listenForEndings } from "./endings";
import type { Lab } from "./lab";
import { appAddress, browsersOpen, PortTaken } from "./ports";
import { commandOf } from "./processes";
import { localFolder } from "./state";
import { Stopping } from "./supervise";
import { table } from "./table";

const COMMANDS = /local\/(dev|preview|stand-in\/command)\.ts/;

/**
 * Runs `npm run dev` or `npm run preview` from the first line to the last, then ends the process.
 * `program`: what runs instead of the product's server, for tests of what surrounds it.
 */
export async function command(mode: "dev" | "preview", program?: string[]): Promise<never> {
  const began = performance.now();
  let lab: Lab | undefined;
  const endings = listenForEndings(() => lab?.kill());
  let code = 0;
  try {
    parseArgs({}); // everything is told by the environment
    const port = readPort(process.env.PORT);
    say(`Ingreso · ${mode} · ${appAddress(process.env.NEXTAUTH_URL, port)}`);
    const former = takePlace(port);
    // Loading the services takes a moment: not before it is known that they can start.
    const { startLab } = await import("./lab");
    lab = await startLab({
      port,
      mode,
      program,
      env: process.env,
      patient: former === "killed",
      say,
      onOutput: (text) => void process.stdout.write(text),
      stopping: endings.signal,
    });
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    process.stdout.write(table(lab, seconds, process.stdout.isTTY && !process.env.NO_COLOR));
    code = await ended(lab, endings);
    await lab.stop();
  } catch (error) {
    if (error instanceof Stopping) {
      code = announced(await endings.asked);
    } else {
      code = 1;
      complain((error as Error).message);
    }
  }
  process.exit(code);
}

async function ended(lab: Lab, endings: Endings): Promise<number> {
  const end = await Promise.race([lab.failure, endings.asked]);
  if (typeof end !== "string") return announced(end);
  complain(`${end}: everything is stopped`);
  return 1;
}

function announced({ code, why }: Ending): number {
  say(`Stopping (${why})`);
  return code;
}

/** The port that PORT names; throws one clear line when no browser could ever open it. */
export function readPort(text = "3000"): number {
  const port = Number(text || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new PortTaken(`PORT must be a number from 1 to 65535, not ${JSON.stringify(text)}`);
  }
  if (!browsersOpen(port)) throw new PortTaken(`browsers refuse port ${port}: choose another PORT`);
  return port;
}

/** Notes this process at its port, and says how the one before ended. */
function takePlace(port: number): "none" | "killed" {
  const file = placeOf(port);
  const pid = fs.existsSync(file) ? Number(fs.readFileSync(file, "utf8")) : 0;
  if (pid && COMMANDS.test(commandOf(pid))) {
    throw new PortTaken(
      `port ${port} is busy: Ingreso runs there already (process ${pid}); stop that, or choose another port: PORT=${(port % 60_000) + 1000}`,
    );
  }
  fs.writeFileSync(file, String(process.pid));
  process.once("exit", () => fs.rmSync(file, { force: true }));
  return pid ? "killed" : "none";
}

function placeOf(port: number): string {
  return path.join(localFolder(), `${port}.pid`);
}

function say(line: string): void {
  process.stdout.write(`  ${line}\n`);
}

function complain(line: string): void {
  process.stderr.write(`✗ ${line}\n`);
}
