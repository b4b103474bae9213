import "@/lib/config/environment";
import { faultOf } from "@/lib/log/log";
import { examine } from "./examine";
import { asJson, asText, exitCode } from "./report";

// `npm run doctor`: says of the place where it runs whether it is set up right.

const words = process.argv.slice(2);
const unknown = words.find((word) => word !== "--json");
if (unknown === undefined) await answer(words.includes("--json"));
else refuse(`✗ the doctor does not know ${unknown}; it knows --json`);

async function answer(json: boolean): Promise<void> {
  try {
    const findings = await examine();
    process.stdout.write(`${json ? asJson(findings) : asText(findings)}\n`);
    process.exitCode = exitCode(findings);
  } catch (fault) {
    refuse(`✗ the doctor failed: ${Object.values(faultOf(fault)).join(" ")}`);
  }
}

function refuse(line: string): void {
  process.stderr.write(`${line}\n`);
  process.exitCode = 1;
}
