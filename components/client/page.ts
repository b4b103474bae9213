import { focusOnFirst, show } from "./answer";
import { tellRefused } from "./cookies-refused";
import { all, on, whenParsed } from "./dom";
import { enlivenForms, watchForms } from "./forms";
import { FRESH } from "./names";
import { watchReturn } from "./seen-again";
import { sendForm } from "./send";
import { stripMark, stripToken } from "./token";
import { tellZone } from "./zone";

/** @param since when the server answered, by the browser's monotonic clock, in milliseconds */
type Enliven = (since: number) => void;

/** What is here already, and what is fetched when it is needed does not bring along once more. */
const hands = { show, sendForm };
export type Hands = typeof hands;

/**
 * What every page needs. Listeners listen to the whole document, since parts of it are made anew; `more` is what the elements
 * of this kind of page need besides, once, and again for what came anew.
 */
export function startPage(...more: Enliven[]): void {
  const enliven = (since: number) => {
    enlivenForms();
    for (const one of more) one(since);
    if (document.querySelector("[data-passkey]")) loadPasskeys();
    // the buttons of a language need no form of the page any more to take along what was typed
    for (const part of all("form[data-language] [form]")) part.removeAttribute("form");
  };
  watchForms();
  watchReturn();
  on("submit", "form[data-language]", (form: HTMLFormElement, event) => {
    event.preventDefault();
    void import("./language").then(
      ({ chooseLanguage }) => chooseLanguage(form, event.submitter, hands),
      // a deployment has taken away what this page would load: the browser sends the form by itself
      () => {
        form.removeAttribute("data-language");
        form.requestSubmit(event.submitter);
      },
    );
  });
  document.addEventListener(FRESH, () => enliven(performance.now()));
  whenParsed(() => begin(enliven));
}

/** What of a page takes passkeys. Where the script does not come, the page is as without it. */
function loadPasskeys(): void {
  import("./passkey").then(
    ({ enlivenPasskeys }) => enlivenPasskeys(hands),
    () => undefined,
  );
}

function begin(enliven: Enliven): void {
  stripMark();
  if (document.querySelector("[data-strip-token]")) stripToken();
  enliven(answeredAt());
  focusOnFirst();
  tellRefused();
  void tellZone();
  document.documentElement.dataset.alive = "";
}

/** A count of seconds began with the page's answer, before any script ran. */
function answeredAt(): number {
  const [navigation] = performance.getEntriesByType("navigation");
  return navigation instanceof PerformanceNavigationTiming ? navigation.responseStart : 0;
}
