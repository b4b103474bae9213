import { ENDED } from "./names";
import { stripToken } from "./token";

/**
 * Sends the form inside by itself, once a person is looking: a page that is prerendered or opened in the background by a
 * scanner stays as it is. Where that leads nowhere, the form waits for its button.
 */
export function watchOpener(): void {
  const opener = document.querySelector<HTMLElement>("[data-opener]");
  if (!opener) return;
  const before = document.title;
  const waiting = new AbortController();
  const { signal } = waiting;
  const open = () => {
    if (signal.aborted || !isLookedAt()) return;
    waiting.abort();
    stripToken();
    document.title = opener.dataset.opener ?? before;
    opener.querySelector("form")?.requestSubmit();
  };
  opener.addEventListener(ENDED, () => {
    opener.removeAttribute("data-opening");
    document.title = before;
  });
  document.addEventListener("visibilitychange", open, { signal });
  document.addEventListener("prerenderingchange", open, { signal });
  open();
}

function isLookedAt(): boolean {
  const prerendering = "prerendering" in document && document.prerendering === true;
  return !prerendering && document.visibilityState === "visible";
}
