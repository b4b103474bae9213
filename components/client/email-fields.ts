import { meantAddress } from "./address-typo";
import { bareAddress } from "./bare-address";
import { carriedAddress, carryAddress } from "./carried-address";
import { all, on, replacePasted } from "./dom";

const FIELD = "input[name=email]:not([type=hidden])";
const fields = (root: ParentNode = document) => all<HTMLInputElement>(FIELD, root);

/** Cleans what is pasted, dropped or filled in, offers what was meant, and takes the address along. */
export function watchEmailFields(): void {
  on("input", FIELD, offer);
  on("change", FIELD, clean);
  // dropped, filled in from a contact, typed: what is not pasted is cleaned before it is sent
  on("submit", "form", (form) => fields(form).forEach(clean), true);
  on("paste", FIELD, (_, event) => replacePasted(event, bareAddress));
  on("click", "[data-meant] button", take);
  carryAddress(() => fields()[0]?.value ?? "");
}

export function enlivenEmailFields(): void {
  for (const input of fields()) {
    if (input.readOnly) continue;
    if (input.value === "") input.value = carriedAddress() ?? "";
    offer(input);
  }
}

function clean(input: HTMLInputElement): void {
  const address = bareAddress(input.value);
  if (!input.readOnly && address !== input.value) input.value = address;
}

/** Offers, never insists, and asks no server. */
function offer(input: HTMLInputElement): void {
  const line = input.parentElement?.querySelector<HTMLElement>("[data-meant]");
  const button = line?.querySelector("button");
  if (!line || !button) return;
  const meant = meantAddress(input.value);
  line.hidden = meant === null;
  button.textContent = meant;
}

function take(button: HTMLElement): void {
  const [input] = fields();
  if (!input) return;
  input.value = button.textContent ?? "";
  input.focus();
  offer(input);
}
