import { on } from "./dom";

/** A form that asks first: its dialog opens in the place of being sent. */
export function watchDialogs(): void {
  on("submit", "form[data-asks]", (form, event) => {
    const dialog = document.querySelector<HTMLDialogElement>(`#${form.dataset.asks}`);
    if (!dialog) return;
    event.preventDefault();
    dialog.showModal();
    // what does no harm, for who presses Enter twice
    dialog.querySelector<HTMLElement>("[data-cancel]")?.focus();
    // also for readers that look past a dialog
    form.ariaHidden = "true";
    dialog.addEventListener("close", () => form.removeAttribute("aria-hidden"), { once: true });
  });
}
