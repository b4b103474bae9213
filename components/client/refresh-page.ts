import { FRESH } from "./names";
import { pageAnew } from "./refresh";
import { retype, typedIn } from "./typed";

/** The whole page anew, in another language, with what was typed. */
export async function refreshPage(): Promise<void> {
  const page = await pageAnew();
  if (!page) return location.reload();
  const typed = [...document.forms].map((form) => typedIn(form));
  const active = document.activeElement;
  const pressed = active instanceof HTMLButtonElement && active.name ? active : null;
  const { documentElement, body } = document;
  documentElement.lang = page.documentElement.lang;
  document.title = page.title;
  for (const { name, value } of page.body.attributes) body.setAttribute(name, value);
  body.replaceChildren(...page.body.childNodes);
  // it has come already
  const main = document.querySelector("main");
  if (main) main.style.animation = "none";
  for (const form of document.forms)
    for (const one of typed.filter(({ action }) => action === form.getAttribute("action")))
      retype(form, one);
  if (pressed)
    document
      .querySelector<HTMLElement>(`button[name="${pressed.name}"][value="${pressed.value}"]`)
      ?.focus({ preventScroll: true });
  document.dispatchEvent(new Event(FRESH));
}
