import { TEMPLATES } from "./names";

/** What the server drew for us, anew. */
export function cloned(name: keyof typeof TEMPLATES): HTMLElement[] {
  const template = document.getElementById(TEMPLATES[name]);
  if (!(template instanceof HTMLTemplateElement)) throw new Error(`no template ${name}`);
  const copy = document.importNode(template.content, true);
  return [...copy.children].filter((element) => element instanceof HTMLElement);
}

/** Where the first of its elements without elements inside takes a text. @throws where there is none */
export function leafOf(element: HTMLElement, selector: string): HTMLElement {
  const leaf = element.querySelector<HTMLElement>(selector);
  if (!leaf) throw new Error(`no ${selector}`);
  return leaf;
}

/** A text in an element of its own, since a translator moves texts. */
export function span(text: string): HTMLSpanElement {
  const element = document.createElement("span");
  element.textContent = text;
  return element;
}

export function setOrRemove(
  element: Element,
  name: string,
  value: string | null | undefined,
): void {
  if (value) element.setAttribute(name, value);
  else element.removeAttribute(name);
}

export const all = <E extends Element = HTMLElement>(
  selector: string,
  root: ParentNode = document,
) => [...root.querySelectorAll<E>(selector)];

/** Listens to the whole document for what happens inside of elements, also of those that come later. */
export function on<K extends keyof DocumentEventMap, E extends Element = HTMLElement>(
  type: K,
  selector: string,
  act: (element: E, event: DocumentEventMap[K]) => void,
  capture = false,
): void {
  document.addEventListener(
    type,
    (event) => {
      const element = event.target instanceof Element && event.target.closest<E>(selector);
      if (element) act(element, event);
    },
    capture,
  );
}

/** Pastes what is left of it once it was cleaned. */
export function replacePasted(event: ClipboardEvent, cleaned: (pasted: string) => string): void {
  const pasted = event.clipboardData?.getData("text") ?? "";
  const clean = cleaned(pasted);
  if (clean === pasted) return;
  event.preventDefault();
  // the one way to write into a field that undo can take back
  document.execCommand("insertText", false, clean);
}

/** The script may come before the page has. */
export function whenParsed(act: () => void): void {
  if (document.readyState !== "loading") act();
  else document.addEventListener("DOMContentLoaded", act, { once: true });
}

/** By then the browser has given fields back what was typed into them. */
export function whenLoaded(act: () => void): void {
  if (document.readyState === "complete") act();
  else addEventListener("load", () => setTimeout(act), { once: true });
}
