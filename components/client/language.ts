import type { Hands } from "./page";
import { refreshPage } from "./refresh-page";
import { saying } from "./saying";

/** The page changes its language in place, and keeps what was typed. */
export async function chooseLanguage(
  form: HTMLFormElement,
  submitter: HTMLElement | null,
  { show, sendForm }: Hands,
): Promise<void> {
  const here = new FormData(form).get("page");
  const said = await sendForm(form, saying(), submitter);
  if (said.kind === "notice") return show({ notice: said.notice, fields: {} });
  // a link's page without the token in its address cannot be asked for again
  if (typeof here === "string" && written(location.href) !== written(here))
    return location.replace(here);
  await refreshPage();
}

/** An address in its one spelling: `?to=/` is `?to=%2F`. */
function written(address: string): string {
  const { pathname, searchParams } = new URL(address, location.origin);
  return `${pathname}?${searchParams}`;
}
