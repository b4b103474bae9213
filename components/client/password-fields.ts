import { all, on } from "./dom";

/** It is of type text while it is shown. */
const FIELD = "input[name=password]";
const EYE = "[data-eye]";
const eyeOf = ({ parentElement }: Element) => parentElement?.querySelector<HTMLElement>(EYE);

/** Shows a password on demand, says that Caps Lock is on, and whether a new one is long enough. */
export function watchPasswordFields(): void {
  // what fills fields in may send events that are no key's
  for (const event of ["keydown", "keyup"] as const)
    on(event, FIELD, (input, pressed) => {
      tellCaps(input, pressed.getModifierState?.("CapsLock") ?? false);
    });
  on("focusout", FIELD, (input) => tellCaps(input, false));
  on("input", FIELD, measure);
  // the field keeps the focus
  on("pointerdown", EYE, (_, event) => event.preventDefault());
  on("click", EYE, ({ parentElement }) => {
    const input = parentElement?.querySelector<HTMLInputElement>(FIELD);
    if (input) turn(input);
  });
  const hide = (form: HTMLElement) => {
    for (const input of all<HTMLInputElement>(FIELD, form)) reveal(input, false);
  };
  on("submit", "form", hide, true);
}

export function enlivenPasswordFields(): void {
  for (const input of all<HTMLInputElement>(FIELD)) {
    const eye = eyeOf(input);
    if (eye) eye.hidden = false;
    // typed, or filled in by the browser, before scripts ran
    measure(input);
  }
}

function tellCaps(input: HTMLElement, on: boolean): void {
  const status = input.closest("form")?.querySelector("[data-caps]");
  const line = document.getElementById("t-caps");
  if (!status || !(line instanceof HTMLTemplateElement)) return;
  if (on !== status.childElementCount > 0)
    status.replaceChildren(...(on ? [document.importNode(line.content, true)] : []));
}

/** Length alone, in code points like the server's. */
function measure(input: HTMLInputElement): void {
  const hint = input.dataset.hint && document.getElementById(input.dataset.hint);
  if (!hint) return;
  const met = [...input.value.normalize("NFKC")].length >= Number(hint.dataset.shortest);
  hint.toggleAttribute("data-met", met);
}

/** Browsers move the caret to an end when a field changes its type. */
function turn(input: HTMLInputElement): void {
  const { selectionStart, selectionEnd, scrollLeft } = input;
  reveal(input, input.type === "password");
  requestAnimationFrame(() => {
    input.setSelectionRange(selectionStart, selectionEnd);
    input.scrollLeft = scrollLeft;
  });
}

function reveal(input: HTMLInputElement, shown: boolean): void {
  input.type = shown ? "text" : "password";
  eyeOf(input)?.setAttribute("aria-pressed", String(shown));
}
