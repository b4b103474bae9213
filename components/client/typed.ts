type Typed = {
  /** of its form, as it is written */
  action: string | null;
  values: Map<string, string>;
  /** where the person was writing */
  at: { name: string; start: number | null; end: number | null } | null;
};

/** What stands in a form. */
export function typedIn(form: HTMLFormElement): Typed {
  const inputs = writableIn(form);
  const active = inputs.find((input) => input === document.activeElement);
  return {
    action: form.getAttribute("action"),
    values: new Map(inputs.map(({ name, value }) => [name, value])),
    at: active
      ? { name: active.name, start: active.selectionStart, end: active.selectionEnd }
      : null,
  };
}

/** Writes it into the form that stands in its place. */
export function retype(form: HTMLFormElement, { values, at }: Typed): void {
  for (const input of writableIn(form)) {
    const value = values.get(input.name);
    if (value !== undefined && input.value !== value) input.value = value;
    if (input.name !== at?.name || input === document.activeElement) continue;
    input.focus({ preventScroll: true });
    input.setSelectionRange(at.start, at.end);
  }
}

const writableIn = (form: HTMLFormElement) =>
  [...form.elements]
    .filter((element) => element instanceof HTMLInputElement)
    .filter(({ type, name, readOnly }) => TEXTS.includes(type) && name !== "" && !readOnly);

const TEXTS = ["text", "password"];
