import { spawn } from "node:child_process";
import type { Readable } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";

// Tells a standard input closed on purpose from one whose holder died.
const ORDERLY = "orderly";

/**
 * A shell between us and a program, in a session of its own. When its standard input closes, by our stop, crash or
 * SIGKILL, it ends the program and its whole group. Descriptor 3 is held by the program alone: when it closes, the
 * program is gone. After a SIGKILL of ours the last shell also removes the note of what was running.
 */
const GUARD = `exec 4<&0
signal=$GUARD_SIGNAL grace=$GUARD_GRACE note=$GUARD_NOTE before=$GUARD_BEFORE
unset GUARD_SIGNAL GUARD_GRACE GUARD_NOTE GUARD_BEFORE
"$@" </dev/null 4<&- & c=$!
echo $c >&3; exec 3>&-
word=; read -r word <&4
kill -$signal $c 2>/dev/null
i=0; while kill -0 $c 2>/dev/null && [ $i -lt $grace ]; do sleep 0.1; i=$((i+1)); done
kill -KILL $c 2>/dev/null
if [ -n "$note" ] && [ "$word" != ${ORDERLY} ]; then
  lives() { kill -0 $1 2>/dev/null && case "$(ps -o stat= -p $1 2>/dev/null)" in Z*) false;; esac; }
  for g in $before; do i=0; while lives $g && [ $i -lt 100 ]; do sleep 0.1; i=$((i+1)); done; done
  rm -f "$note"
fi
kill -KILL 0`;

const OUTPUT_KEPT = 8_000;
const STOP_MS = 2_000;

export type ChildProcessOptions = {
  env: Record<string, string | undefined>;
  cwd: string;
  /** The first signal. PostgreSQL wants INT: its TERM waits for the clients. */
  signal?: "TERM" | "INT";
  /** Seconds between the first signal and SIGKILL. */
  grace?: number;
  uid?: number;
  gid?: number;
  /** A file to remove once this and everything under the `before` guards is gone, should we be killed. */
  note?: string;
  before?: number[];
  /** Receives everything the program prints, as it comes. */
  onOutput?: (text: string) => void;
};

export type ChildProcess = {
  /** The shell around the program. */
  guard: number;
  /** The program's own process, once the shell has started it. */
  pid: Promise<number>;
  /** Settles when the program is gone, for whatever reason. */
  ended: Promise<void>;
  /** The end of what it printed. */
  output(): string;
  /** Ends the program and everything in its group; settles when nothing of it is left. */
  stop(): Promise<void>;
  /** The same at once, by SIGKILL. */
  kill(): void;
};

/** Starts a program that cannot outlive this process. */
export function startChildProcess(command: string[], options: ChildProcessOptions): ChildProcess {
  const { env, cwd, signal = "TERM", grace = 5, uid, gid, note = "", before = [] } = options;
  const guard = spawn("/bin/sh", ["-c", GUARD, "guard", ...command], {
    cwd,
    detached: true,
    stdio: ["pipe", "pipe", "pipe", "pipe"],
    uid,
    gid,
    env: {
      ...env,
      GUARD_SIGNAL: signal,
      GUARD_GRACE: String(grace * 10),
      GUARD_NOTE: note,
      GUARD_BEFORE: before.join(" "),
    } as unknown as NodeJS.ProcessEnv,
  });
  const life = guard.stdio[3] as Readable;
  let kept = "";
  for (const stream of [guard.stdout, guard.stderr]) {
    stream?.setEncoding("utf8");
    stream?.on("data", (text: string) => {
      kept = (kept + text).slice(-OUTPUT_KEPT);
      options.onOutput?.(text);
    });
  }
  guard.stdin?.on("error", () => undefined);

  const pid = firstLine(life).then(Number);
  const guardGone = new Promise<void>((resolve) => {
    guard.once("exit", () => resolve());
    guard.once("error", () => resolve());
  });
  const programGone = new Promise<void>((resolve) => {
    life.once("close", () => resolve());
    life.once("error", () => resolve());
  });
  // A killed guard cannot end its program any more: then we do.
  void guardGone.then(() => endGroup(guard.pid, pid));
  void programGone.then(() => guard.stdin?.end(`${ORDERLY}\n`));

  return {
    guard: guard.pid ?? -1,
    pid,
    ended: Promise.race([programGone, guardGone]),
    output: () => kept.trim(),
    async stop() {
      guard.stdin?.end(`${ORDERLY}\n`);
      await guardGone;
      // Whatever left the group with descriptor 3 in its hands must not hold us for ever.
      await Promise.race([programGone, pause(STOP_MS, undefined, { ref: false })]);
    },
    kill: () => endGroup(guard.pid, pid),
  };
}

function endGroup(guard: number | undefined, program: Promise<number>): void {
  if (guard) signalled(-guard);
  void program.then((pid) => pid > 0 && signalled(pid));
}

function signalled(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // Already gone, which is what we want.
  }
}

function firstLine(stream: Readable): Promise<string> {
  return new Promise((resolve) => {
    let text = "";
    stream.setEncoding("utf8");
    stream.on("data", (chunk: string) => {
      text += chunk;
      if (text.includes("\n")) resolve(text.slice(0, text.indexOf("\n")));
    });
    stream.once("close", () => resolve(""));
  });
}
