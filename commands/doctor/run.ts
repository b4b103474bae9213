import "@/lib/config/environment";
import { parseArgs } from "node:util";
import { faultOf } from "@/lib/log/log";
import { examine } from "./examine";
import { asJson, asText, exitCode } from "./report";

// `npm run doctor`: says of the place where it runs whether it is set up right.

await answer();

async function answer(): Promise<void> {
  const json = asked();
  if (json === null) return;
  try {
    const findings = await examine();
    process.stdout.write(`${json ? asJson(findings) : asText(findings)}\n`);
    process.exitCode = exitCode(findings);
  } catch (fault) {
    refuse(`✗ the doctor failed: ${Object.values(faultOf(fault)).join(" ")}`);
  }
}

/** Whether JSON is asked for; null where something is asked for that is not known. */
function asked(): boolean | null {
  try {
    return parseArgs({ options: { json: { type: "boolean", default: false } } }).values.json;
  } catch (fault) {
    refuse(`✗ ${fault instanceof Error ? fault.message : fault}: the doctor knows --json`);
    return null;
  }
}

function refuse(line: string): void {
  process.stderr.write(`${line}\n`);
  process.exitCode = 1;
}
