import { on, replacePasted } from "./dom";

/** A pasted code may bring spaces, a dash, or the sentence around it. */
export function watchCodes(): void {
  on("paste", "input[data-digits]", ({ dataset }, event) =>
    replacePasted(event, (pasted) => {
      const digits = pasted.normalize("NFKC").replace(/\P{Nd}/gu, "");
      return [...digits].length === Number(dataset.digits) ? digits : pasted;
    }),
  );
}
