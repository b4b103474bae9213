import { describe, expect, it, vi } from "vitest";
import { type Service, Stopping, Supervisor } from "./supervise";

const heard: string[] = [];
const newSupervisor = () => new Supervisor((line) => void heard.push(line));

function service(name: string, log: string[], ended?: Promise<void>): Service {
  return { ended, output: () => "one\nlast words", stop: async () => void log.push(name) };
}
const task = (name: string, start: (stopping: AbortSignal) => Promise<Service>) => ({
  name,
  doing: `Starting ${name}`,
  start,
});

describe("a supervisor", () => {
  it("stops what runs in the opposite order, once", async () => {
    const supervisor = newSupervisor();
    const log: string[] = [];
    for (const name of ["a", "b", "c"]) {
      await supervisor.start(task(name, async () => service(name, log)));
    }
    await Promise.all([supervisor.stop(), supervisor.stop()]);
    expect(log).toEqual(["c", "b", "a"]);
  });

  it("stops a service whose start was overtaken by the end, and starts no other", async () => {
    const supervisor = newSupervisor();
    const log: string[] = [];
    const late = supervisor.start(
      task("late", async (stopping) => {
        await new Promise((resolve) => stopping.addEventListener("abort", resolve));
        return service("late", log);
      }),
    );
    const stopped = supervisor.stop();
    await expect(late).rejects.toThrow(Stopping);
    await stopped;
    expect(log).toEqual(["late"]);
    const next = supervisor.start(task("next", async () => service("next", log)));
    await expect(next).rejects.toThrow(Stopping);
  });

  it("passes on why a start failed", async () => {
    const failing = task("a", () => Promise.reject(new Error("no disk")));
    await expect(newSupervisor().start(failing)).rejects.toThrow("no disk");
  });

  it("tells when a service ends by itself, but not when it was stopped", async () => {
    const supervisor = newSupervisor();
    let end: () => void = () => undefined;
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    await supervisor.start(task("a", async () => service("a", [], ended)));
    end();
    expect(await supervisor.failure).toBe("a ended by itself (last words)");
  });

  it("says what it is doing once that takes more than a second", async () => {
    vi.useFakeTimers();
    const supervisor = newSupervisor();
    let done: () => void = () => undefined;
    const running = supervisor.run(
      "Baking",
      () =>
        new Promise<void>((resolve) => {
          done = resolve;
        }),
    );
    await vi.advanceTimersByTimeAsync(999);
    expect(heard).not.toContain("Baking…");
    await vi.advanceTimersByTimeAsync(1);
    expect(heard).toContain("Baking…");
    done();
    await running;
    vi.useRealTimers();
  });
});
