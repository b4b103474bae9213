import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

/**
 * Runs `work`, with what was typed behind it, when the file at `moduleUrl` is the program itself, not an import of another.
 * What it returns is the exit code; what it throws is said in its own words, without a stack, and exits 1.
 */
export async function command(
  moduleUrl: string,
  work: (words: string[]) => Promise<number>,
  allowPositionals = false,
): Promise<void> {
  const program = process.argv[1];
  if (!program || realpathSync(program) !== fileURLToPath(moduleUrl)) return;
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
