import { all } from "./dom";
import { FRESH } from "./names";

/** This page as the server makes it now; null where it cannot be had, or leads elsewhere by now. */
export async function pageAnew(): Promise<Document | null> {
  try {
    const response = await fetch(location.href, { headers: { accept: "text/html" } });
    if (!response.ok) return null;
    if (response.redirected) {
      location.replace(response.url);
      return null;
    }
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    // it was read as where no script runs
    for (const element of all("noscript", page)) element.remove();
    return page;
  } catch {
    return null;
  }
}

/** Takes the parts that change with time anew, and leaves all else as it is. */
export async function refreshParts(): Promise<void> {
  const page = await pageAnew();
  if (!page) return;
  for (const part of all("[data-fresh]")) {
    const next = page.querySelector<HTMLElement>(`[data-fresh="${part.dataset.fresh}"]`);
    if (!next) continue;
    const focused = part.contains(document.activeElement);
    part.replaceWith(next);
    if (focused) next.querySelector<HTMLElement>("button")?.focus();
  }
  const own = document.querySelector<HTMLElement>("[data-own]");
  const box = own?.parentElement?.querySelector<HTMLElement>("[aria-live]");
  // what the page itself has to say stands in the place of good news
  if (own?.childElementCount && box?.getAttribute("role") === "status") box.replaceChildren();
  if (own) own.hidden = Boolean(box?.childElementCount);
  document.dispatchEvent(new Event(FRESH));
}
