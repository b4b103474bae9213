import { alertOf } from "./answer";
import { BANNER_ID } from "./names";
import { saying } from "./saying";

/** Says at once that this browser refuses cookies, where the page has nothing else to say. */
export function tellRefused(): void {
  const box = document.getElementById(BANNER_ID);
  if (!box || box.childElementCount > 0 || !refusesCookies()) return;
  const own = box.parentElement?.querySelector<HTMLElement>("[data-own]");
  const status = document.createElement("div");
  status.role = "status";
  status.append(alertOf({ tone: "warn", text: saying().refusing }));
  if (!own) return;
  own.replaceChildren(status);
  own.hidden = false;
}

/** Where they are refused, Chromium still says `cookieEnabled`, but it closes the storage as well, as the others do. */
function refusesCookies(): boolean {
  try {
    return !navigator.cookieEnabled || sessionStorage === null;
  } catch {
    return true;
  }
}
