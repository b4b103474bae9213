import { fill } from "@/lib/messages/fill";
import { timesIn } from "@/lib/messages/times";
import { all } from "./dom";

/** seconds left at which a reader is told, besides the end */
const SPOKEN = [30, 10];
const counting = new WeakSet<Element>();

/** Counts on from the server's figure by the browser's monotonic clock, since its wall clock may be wrong. */
export function enlivenCountdowns(since: number): void {
  for (const line of all("[data-countdown]")) {
    const seconds = Number(line.dataset.countdown);
    if (seconds === 0 || counting.has(line)) continue;
    counting.add(line);
    count(line, seconds, since);
  }
}

function count(line: HTMLElement, seconds: number, since: number): void {
  if (!line.isConnected) return;
  const rest = seconds * 1000 - (performance.now() - since);
  const left = Math.max(0, Math.ceil(rest / 1000));
  tell(line, left, seconds);
  if (rest > 0) setTimeout(() => count(line, seconds, since), (rest % 1000) + 5);
}

/** Every second spoken would bury the page; what is further off than the server's figure was never reached. */
function tell(line: HTMLElement, left: number, from: number): void {
  const { spoken = "", ready = "", locale = "es" } = line.dataset;
  const timer = line.querySelector("[role=timer]");
  if (timer) timer.textContent = clock(left);
  line.querySelector(".ring")?.setAttribute("stroke-dasharray", `${Math.min(left, 60)} 60`);
  const mark = SPOKEN.findLast((seconds) => left <= seconds && seconds < from);
  const status = line.querySelector("[role=status]");
  const said = mark ? fill(spoken, { left: timesIn(locale).wait(mark) }) : "";
  const text = left > 0 ? said : ready;
  if (status && status.textContent !== text) status.textContent = text;
  if (left > 0) return;
  line.hidden = false;
  line.querySelector("[data-left]")?.remove();
  status?.classList.remove("sr-only");
  const button = line.closest("form")?.querySelector<HTMLButtonElement>("button[type=submit]");
  if (button) button.disabled = false;
}

const clock = (seconds: number) =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
