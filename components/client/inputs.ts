import type { Answer } from "./answer";

const inputsOf = (form: HTMLFormElement) =>
  [...form.elements].filter((element) => element instanceof HTMLInputElement);

/** The sentences of empty required fields, which are in the page. */
export function emptyFieldsOf(form: HTMLFormElement): Record<string, string> {
  const empty = inputsOf(form).filter((input) => input.required && input.value.trim() === "");
  return Object.fromEntries(empty.map((input) => [input.name, input.dataset.missing ?? ""]));
}

/** A sentence for a field that is not there to be corrected is shown on top. */
export function shownFields(fields: Record<string, string>, form: HTMLFormElement): Answer {
  const shown = new Set(inputsOf(form).flatMap((i) => (i.type === "hidden" ? [] : [i.name])));
  const beside = Object.entries(fields).filter(([name]) => shown.has(name));
  if (beside.length > 0) return { notice: null, fields: Object.fromEntries(beside) };
  const text = Object.values(fields).join(" ");
  return { notice: { tone: "danger", text }, fields: {} };
}

/** Only with a mouse at hand: on a phone the keyboard would cover the page. */
export function focusFirstEmpty(form: HTMLFormElement) {
  if (!matchMedia("(pointer: fine)").matches || document.activeElement !== document.body) return;
  const writable = inputsOf(form).filter((input) => input.type !== "hidden" && !input.readOnly);
  writable.find((input) => input.value === "")?.focus({ preventScroll: true });
}
