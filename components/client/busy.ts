import { all, cloned, setOrRemove, span } from "./dom";
import { ENDED } from "./names";

/** A quick answer shows nothing at all; a slow one shows that it is slow, without flickering. */
const SHOWN_AFTER_MS = 150;
const SHOWN_AT_LEAST_MS = 300;
/** A page that is being left and is here still after that was not left: the answer was a file, or none. */
const LEFT_WITHIN_MS = 5000;

type Run = { leaving: boolean; timers: ReturnType<typeof setTimeout>[]; since: number | null };
const runs = new Map<HTMLFormElement, Run>();

export const isRunning = (form: HTMLFormElement): boolean => runs.has(form);

export function begin(form: HTMLFormElement): void {
  const run: Run = { leaving: false, timers: [], since: null };
  const show = () => {
    run.since = performance.now();
    for (const button of all<HTMLButtonElement>("button[type=submit]", form)) wear(button);
  };
  run.timers.push(setTimeout(show, SHOWN_AFTER_MS));
  runs.set(form, run);
}

/** The browser has been told to go on to another page. */
export function leave(form: HTMLFormElement): void {
  const run = runs.get(form);
  if (!run) return;
  run.leaving = true;
  run.timers.push(setTimeout(() => reset(form), LEFT_WITHIN_MS));
}

export async function end(form: HTMLFormElement): Promise<void> {
  const run = runs.get(form);
  run?.timers.splice(0).forEach(clearTimeout);
  const seen = run?.since ? performance.now() - run.since : SHOWN_AT_LEAST_MS;
  if (seen < SHOWN_AT_LEAST_MS)
    await new Promise((resolve) => setTimeout(resolve, SHOWN_AT_LEAST_MS - seen));
  reset(form);
}

/** What is under way never outlasts its cause: also a page that comes back, and one that is not left after all, has nothing under way. */
export function watchLeaving(): void {
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) for (const form of runs.keys()) reset(form);
  });
  if ("navigation" in window)
    window.navigation.addEventListener("navigateerror", () => {
      for (const [form, { leaving }] of runs) if (leaving) reset(form);
    });
}

function reset(form: HTMLFormElement): void {
  runs.get(form)?.timers.splice(0).forEach(clearTimeout);
  runs.delete(form);
  for (const button of all<HTMLButtonElement>("button[aria-disabled]", form)) takeOff(button);
  form.dispatchEvent(new CustomEvent(ENDED, { bubbles: true }));
}

let count = 0;

/** `busy` in the place of the label, or the icon turned where there is no such word; its name stays the label. */
function wear(button: HTMLButtonElement): void {
  button.setAttribute("aria-disabled", "true");
  const { busy } = button.dataset;
  const icon = button.querySelector(":scope > svg");
  const [spinner] = cloned("spinner");
  if (!spinner) return;
  if (busy || icon) icon?.setAttribute("hidden", "");
  if (!busy) {
    if (icon) button.prepend(spinner);
    return;
  }
  button.querySelector(":scope > span")?.classList.add("sr-only");
  const seen = document.createElement("span");
  seen.ariaHidden = "true";
  seen.className = "flex items-center gap-2.5";
  seen.append(spinner, span(busy));
  button.append(seen);
  const status = statusOf(button);
  if (!status) return;
  count += 1;
  status.id ||= `estado-${count}`;
  status.replaceChildren(span(busy));
  button.dataset.described = button.getAttribute("aria-describedby") ?? "";
  const described = [button.dataset.described, status.id].filter(Boolean).join(" ");
  button.setAttribute("aria-describedby", described);
}

function takeOff(button: HTMLButtonElement): void {
  button.removeAttribute("aria-disabled");
  for (const worn of all(":scope > span[aria-hidden]", button)) worn.remove();
  button.querySelector(":scope > svg")?.removeAttribute("hidden");
  button.querySelector(":scope > span")?.classList.remove("sr-only");
  if (button.dataset.described === undefined) return;
  setOrRemove(button, "aria-describedby", button.dataset.described);
  delete button.dataset.described;
  statusOf(button)?.replaceChildren();
}

function statusOf({ nextElementSibling: next }: HTMLButtonElement): Element | null {
  return next?.getAttribute("role") === "status" ? next : null;
}
