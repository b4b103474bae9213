import { parseArgs } from "node:util";
import { type Email, parseEmail } from "@/lib/email";
import {
  type Act,
  endEverybodysSessions,
  endSessions,
  endStep,
  exportOf,
  history,
  lift,
  remove,
} from "./acts";

export const USAGE = `Usage: npm run operator -- <act> <address>

  end-sessions  ends every open session of the person; with --everybody --yes
                and no address those of all people
  lift          ends a slow-down; a password that was switched off works again
  second-step-off
                turns the second step of whoever lost the phone off, and ends
                every session; --note "…" says how you know the person, and
                stands in the history
  remove        removes the account for good; asks for --yes behind it
  export        prints everything that is kept about the person, as JSON
                (npm run --silent operator -- export ana@example.com > ana.json)
  history       prints what happened to the address, the newest first`;

const ACTS: Record<string, (address: Email, note: string) => Promise<Act>> = {
  "end-sessions": endSessions,
  lift,
  "second-step-off": endStep,
  remove,
  export: exportOf,
  history: (address) => history(address),
};

/** What may stand behind the address. */
const FLAGS: Record<string, string> = { remove: "yes", "second-step-off": "note" };

/** What the command prints and how it ends: 0 done, 1 not possible, 2 not understood (then no setting was read). */
export type Ended = { code: 0 | 1 | 2; out: string; err: string };

/**
 * One act of an operator.
 * @param words what was typed behind the command
 */
export async function operate(words: string[]): Promise<Ended> {
  const { values, positionals } = parseArgs({
    args: words,
    options: { note: { type: "string" } },
    strict: false,
    allowPositionals: true,
  });
  const flags = Object.keys(values);
  const [name = "", typed, ...more] = positionals;
  const act = Object.hasOwn(ACTS, name) ? ACTS[name] : undefined;
  if (name === "") return misunderstood(USAGE);
  if (name === "end-sessions" && typed === undefined && flags.includes("everybody"))
    return everybody(flags.filter((flag) => flag !== "everybody"));
  if (!act)
    return misunderstood(`there is no act "${name}": one of ${Object.keys(ACTS).join(", ")}`);
  const own = Object.hasOwn(FLAGS, name) ? FLAGS[name] : undefined;
  const unknown = flags.find((flag) => flag !== own);
  if (unknown) return misunderstood(`"${name}" does not know --${unknown}`);
  const parsed = parseEmail(typed);
  if (!parsed.ok || more.length > 0)
    return misunderstood(`"${name}" needs one address, such as ana@example.com`);
  if (name === "remove" && flags.length === 0)
    return misunderstood(`this removes ${parsed.address} for good: add --yes`);
  const note = noteIn(values.note);
  if (name === "second-step-off" && note === "")
    return misunderstood(
      `say how you know the person: add --note "called back, knew the invoices"`,
    );
  return ended(await act(parsed.address, note), parsed.address, name);
}

/** Without the characters that would break a line of the history. */
function noteIn(typed: unknown): string {
  return typeof typed === "string"
    ? typed
        .replace(/[\s\p{Cc}\p{Cf}]+/gu, " ")
        .trim()
        .slice(0, 500)
    : "";
}

async function everybody(flags: string[]): Promise<Ended> {
  const unknown = flags.find((flag) => flag !== "yes");
  if (unknown) return misunderstood(`"end-sessions" does not know --${unknown}`);
  if (flags.length === 0) return misunderstood("this ends the sessions of everybody: add --yes");
  const act = await endEverybodysSessions();
  return { code: act.ok ? 0 : 1, out: act.ok ? `✓ ${act.said}` : "", err: "" };
}

function ended(act: Act, address: Email, name: string): Ended {
  if (!act.ok) return { code: 1, out: "", err: `✗ there is no account at ${address}` };
  const err = `✓ ${address}: ${act.said}`;
  switch (name) {
    case "export":
      return { code: 0, out: JSON.stringify(act.output, null, 2), err };
    case "history":
      return { code: 0, out: (act.output as string[]).join("\n"), err };
    default:
      return { code: 0, out: err, err: "" };
  }
}

function misunderstood(err: string): Ended {
  return { code: 2, out: "", err: err === USAGE ? err : `✗ ${err}` };
}
