import { type Lab, type LabOptions, startLab } from "./lab";

/** Says a line of a command that measures or tries something. */
export const say = (line: string) => void process.stdout.write(`  ${line}\n`);

/**
 * Runs a command in a laboratory of its own, with the production build and a database that begins empty, until it is
 * done or told to stop; then ends the process.
 * @param work gives the exit code
 */
export async function withinLab(
  options: Pick<LabOptions, "port" | "env" | "onOutput">,
  work: (lab: Lab, stopping: AbortSignal) => Promise<number>,
): Promise<never> {
  const stopping = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stopping.abort());
  const { signal } = stopping;
  let lab: Lab | undefined;
  try {
    lab = await startLab({ ...options, mode: "preview", fast: true, say, stopping: signal });
    process.exitCode = await work(lab, signal);
  } catch (fault) {
    // once it is told to stop, whatever it was doing fails
    if (!signal.aborted) throw fault;
    say("Stopped: no report is written");
    process.exitCode = 130;
  } finally {
    await lab?.stop();
  }
  process.exit();
}
