import type { Banner } from "@/lib/messages/banner";
import { fill } from "@/lib/messages/fill";
import { all, cloned, leafOf, setOrRemove, span } from "./dom";
import { BANNER_ID } from "./names";
import { saying } from "./saying";

/** What a form was answered with. */
export type Answer = {
  notice: Banner | null;
  /** a sentence for each wrong field, in the form's order */
  fields: Record<string, string>;
  /** fields that are wrong together, without a sentence of their own */
  marked?: readonly string[];
};

const banner = () => document.getElementById(BANNER_ID);
const field = (name: string) => document.getElementById(name);
const under = (name: string) => document.querySelector(`[data-under="${CSS.escape(name)}"]`);

/** Shows an answer that came by fetch in the place of the one before; what is typed stays in its fields. */
export function show({ notice, fields, marked = [] }: Answer): void {
  for (const wrong of all("input[aria-invalid]")) settle(wrong);
  for (const line of all(".error, .said")) line.remove();
  for (const [name, sentence] of Object.entries(fields)) showError(name, sentence);
  for (const name of marked) mark(name);
  const wrong = Object.entries(fields);
  announce(wrong.length > 1 ? summaryOf(wrong) : notice && alertOf(notice), notice?.tone);
  nameTab();
  focusOn({ notice, fields, marked });
}

/** In the first HTML the notice has to be read before the fields that it speaks of. */
export function focusOnFirst(): void {
  const wrong = all("input[aria-invalid]").filter((input) => !input.dataset.marked);
  const said = (banner()?.childElementCount ?? 0) > 0;
  const [only] = wrong;
  if (said) banner()?.focus();
  else if (only) select(only);
}

/** Takes an error away once its field is touched; never adds one. */
export function forgive(input: HTMLElement): void {
  // which half was wrong is not known, so touching one is enough
  if (input.dataset.marked) for (const half of all("input[data-marked]")) settle(half);
  settle(input);
  const error = under(input.id)?.querySelector(":scope > .error");
  if (error) {
    const [said] = cloned("said");
    said?.setAttribute("data-said", error.textContent ?? "");
    error.replaceWith(said ?? "");
  }
  document
    .querySelector(`#${BANNER_ID} a[href="#${CSS.escape(input.id)}"]`)
    ?.setAttribute("data-forgiven", "");
  nameTab();
}

function settle(input: HTMLElement): void {
  input.removeAttribute("aria-invalid");
  delete input.dataset.marked;
  setOrRemove(input, "aria-describedby", input.dataset.hint);
}

function showError(name: string, sentence: string): void {
  const input = field(name);
  const [error] = cloned("error");
  if (!input || !error) return;
  error.id = `${name}-error`;
  leafOf(error, "span").textContent = sentence;
  under(name)?.prepend(error);
  input.setAttribute("aria-invalid", "true");
  input.setAttribute("aria-describedby", error.id);
}

function mark(name: string): void {
  const input = field(name);
  if (!input) return;
  input.dataset.marked = "true";
  input.setAttribute("aria-invalid", "true");
  const described = [BANNER_ID, input.dataset.hint].filter(Boolean).join(" ");
  input.setAttribute("aria-describedby", described);
}

/** Good news gives way to what the page itself has to say: there is one box at most. */
function announce(content: HTMLElement | null, tone: Banner["tone"] | undefined): void {
  const box = banner();
  if (!box) return;
  const good = tone === "ok";
  const own = box.parentElement?.querySelector<HTMLElement>("[data-own]");
  const ownStands = Boolean(own?.childElementCount) && (good || content === null);
  if (own) own.hidden = !ownStands;
  const shown = ownStands ? null : content;
  setOrRemove(box, "data-tone", shown && tone);
  setOrRemove(box, "role", shown && (good ? "status" : "alert"));
  box.setAttribute("aria-live", good ? "polite" : "assertive");
  box.replaceChildren(...(shown ? [shown] : []));
}

export function alertOf({ tone, text, link }: Banner): HTMLElement {
  const [box] = cloned(tone);
  if (!box) throw new Error(`no alert for ${tone}`);
  const place = leafOf(box, "div");
  if (!link) {
    place.append(span(text));
    return box;
  }
  const [before = "", after = ""] = text.split(link.text);
  const way = document.createElement("a");
  way.href = link.href;
  way.dataset.carry = "true";
  way.textContent = link.text;
  place.append(span(before), way, span(after));
  return box;
}

/** Stays as it was said until the form is sent again: it would be read out anew, and the fields would move. */
function summaryOf(wrong: [string, string][]): HTMLElement {
  const [box, line] = cloned("summary");
  if (!box || !line) throw new Error("no summary");
  leafOf(box, "strong").textContent = fill(saying().fieldsWrong, { n: wrong.length });
  const lines = wrong.map(([name, sentence]) => {
    const one = line.cloneNode(true) as HTMLElement;
    const way = leafOf(one, "a") as HTMLAnchorElement;
    way.href = `#${name}`;
    way.textContent = sentence.split(/[,.]/, 1)[0] ?? sentence;
    return one;
  });
  leafOf(box, "ul").append(...lines);
  return box;
}

/** The tab says whether something is wrong. */
function nameTab(): void {
  const { failedTitle, brand } = saying();
  const { title = "" } = document.body.dataset;
  const failed =
    document.querySelector("[data-under] > .error") || banner()?.dataset.tone === "danger";
  document.title = `${failed ? fill(failedTitle, { title }) : title} · ${brand}`;
}

/** One wrong field takes the focus itself; more, or none, leave it to the notice. */
function focusOn({ notice, fields, marked = [] }: Answer): void {
  const [only, ...more] = Object.keys(fields);
  const name = only && more.length === 0 ? only : marked.at(-1);
  const input = only && more.length > 0 ? null : name && field(name);
  if (input) select(input);
  else if (only || notice) banner()?.focus();
}

function select(input: HTMLElement): void {
  input.focus();
  if (input instanceof HTMLInputElement) input.select();
}
