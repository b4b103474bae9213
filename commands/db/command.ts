import { parseArgs } from "node:util";

/**
 * Runs `work` with what was typed behind the command.
 * What it returns is the exit code; what it throws is said in its own words, without a stack, and exits 1.
 */
export async function command(
  work: (words: string[]) => Promise<number>,
  allowPositionals = false,
): Promise<void> {
  // before the work reads a value
  await import("@/lib/config/environment");
  try {
    process.exitCode = await work(parseArgs({ allowPositionals }).positionals);
  } catch (error) {
    // where in its own source the engine was is no help
    const said = error instanceof Error ? error.message.replace(/\n\s+0: [\s\S]*/, "") : error;
    console.error(said);
    process.exitCode = 1;
  }
}
