type Typed = {
  values: Map<string, string>;
  /** where the person was writing */
  at: { name: string; start: number | null; end: number | null } | null;
};

/**
 * What stands in the form of this page that is sent to `action`, by server or browser: asked while React renders,
 * they are still those of the server's HTML, or of a tree that React is giving up.
 * @param person whom the page is shown to: what another one typed there is not theirs
 */
export function typedIn(action: string, person: string | null): Typed {
  const forms = typeof document === "undefined" ? [] : [...document.forms];
  const form = forms.find(
    (one) => one.getAttribute("action") === action && personOf(one) === person,
  );
  const inputs = form ? writableIn(form) : [];
  const active = inputs.find((input) => input === document.activeElement);
  return {
    values: new Map(inputs.map(({ name, value }) => [name, value])),
    at: active
      ? { name: active.name, start: active.selectionStart, end: active.selectionEnd }
      : null,
  };
}

/** Writes it into the form again, where React made new elements. */
export function retype(form: HTMLFormElement, { values, at }: Typed): void {
  for (const input of writableIn(form)) {
    const value = values.get(input.name);
    if (value !== undefined && input.value !== value) input.value = value;
    if (input.name !== at?.name || input === document.activeElement) continue;
    input.focus({ preventScroll: true });
    input.setSelectionRange(at.start, at.end);
  }
}

const personOf = (form: HTMLFormElement) =>
  form.querySelector<HTMLInputElement>("input[name=person]")?.value ?? null;

const writableIn = (form: HTMLFormElement) =>
  [...form.elements]
    .filter((element) => element instanceof HTMLInputElement)
    .filter(({ type, name, readOnly }) => TEXTS.includes(type) && name !== "" && !readOnly);

const TEXTS = ["text", "password"];
