import { all } from "./dom";

/** Codes that are shown once: copied or printed by a button, and gone from the page that Back gives again. */
export function enlivenRecoveryCodes(): void {
  const once = all("[data-once]");
  if (once.length === 0) return;
  const text = all("[data-once] code")
    .map(({ textContent }) => textContent)
    .join("\n");
  for (const button of all<HTMLButtonElement>("button[data-does]")) {
    const copies = button.dataset.does === "copy";
    if (copies && !navigator.clipboard) continue;
    button.hidden = false;
    button.addEventListener("click", () => (copies ? copy(text, button) : print()));
  }
  addEventListener("pagehide", () => {
    for (const one of once) one.remove();
  });
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) location.replace(location.pathname);
  });
}

async function copy(text: string, { dataset }: HTMLElement): Promise<void> {
  const said = document.querySelector("[data-copied]");
  try {
    await navigator.clipboard.writeText(text);
    if (said) said.textContent = dataset.done ?? "";
  } catch {
    // not allowed: they can be selected
  }
}
