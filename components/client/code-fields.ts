import { all, on, replacePasted } from "./dom";

const FIELD = "input[data-digits]";

/** A pasted code may bring spaces, a dash, or the sentence around it. */
export function watchCodes(): void {
  on<"paste", HTMLInputElement>("paste", FIELD, (input, event) =>
    replacePasted(event, (pasted) => codeIn(pasted, input)),
  );
}

export function enlivenCodes(): void {
  // pasted before scripts ran
  for (const input of all<HTMLInputElement>(FIELD)) input.value = codeIn(input.value, input);
}

function codeIn(text: string, { dataset }: HTMLInputElement): string {
  const digits = text.normalize("NFKC").replace(/\P{Nd}/gu, "");
  return [...digits].length === Number(dataset.digits) ? digits : text;
}
