import type { Banner } from "@/lib/messages/banner";
import { type Answer, forgive, show } from "./answer";
import * as busy from "./busy";
import { all, on, whenLoaded } from "./dom";
import { emptyFieldsOf, focusFirstEmpty, shownFields } from "./inputs";
import { heedLeaving } from "./leaving";
import { refreshParts, saying } from "./saying";
import { type Reply, sendForm } from "./send";

/** What a wrong pair is about, without saying which half was wrong. */
const MARKED: Record<string, readonly string[]> = { CredentialsSignin: ["email", "password"] };

/** Sends forms by fetch, or says that the browser sends them. */
export function watchForms(): void {
  busy.watchLeaving();
  on("submit", "form[data-sent-by]", onSubmit);
  on("input", "input[aria-invalid]", forgive);
}

let came = false;

export function enlivenForms(): void {
  for (const form of all<HTMLFormElement>("form[data-sent-by=fetch]:not([data-passkey])"))
    form.noValidate = true;
  whenLoaded(() => {
    for (const input of all<HTMLInputElement>("input[data-autocomplete]"))
      input.setAttribute("autocomplete", input.dataset.autocomplete ?? "");
  });
  const form = document.querySelector<HTMLFormElement>("form[data-focus-first]");
  const answered = document.querySelector("#aviso > *, [aria-invalid]");
  if (!came && form && !answered) focusFirstEmpty(form);
  came = true;
}

function onSubmit(form: HTMLFormElement, event: SubmitEvent): void {
  const { sentBy } = form.dataset;
  if (sentBy === "download") return;
  const running = busy.isRunning(form);
  if (running || sentBy === "fetch") event.preventDefault();
  if (running) return;
  if (sentBy === "browser") {
    busy.begin(form);
    busy.leave(form);
    return;
  }
  const fields = emptyFieldsOf(form);
  if (Object.keys(fields).length > 0) show({ notice: null, fields });
  else void send(form);
}

async function send(form: HTMLFormElement): Promise<void> {
  busy.begin(form);
  const isLeaving = heedLeaving();
  const said = await sendForm(form, saying());
  const next = hear(said, form);
  const leaving = isLeaving();
  // a mail is there before the reply: a person who opens its link at once is not called back
  if ("url" in next) {
    if (leaving) return busy.end(form);
    busy.leave(form);
    return location.assign(next.url);
  }
  form.dataset.refused = said.kind === "notice" ? said.error : "";
  await busy.end(form);
  show(next);
  if (said.kind === "done") await refreshParts();
}

/** What a reply means for this page: what to show on it, or where to go. */
function hear(said: Reply, form: HTMLFormElement): Answer | { url: string } {
  switch (said.kind) {
    case "done": {
      const { done } = form.dataset;
      return done ? { notice: JSON.parse(done) as Banner, fields: {} } : { url: said.url };
    }
    case "fields":
      return shownFields(said.fields, form);
    case "notice":
      return { notice: said.notice, fields: {}, marked: MARKED[said.error] ?? [] };
    case "elsewhere":
      return { url: said.url };
  }
}
