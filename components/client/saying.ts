import type { Banner } from "@/lib/messages/banner";
import type { MomentWords } from "@/lib/messages/moment";

/** What a page hands to the script to say, in its reader's language. */
export type Saying = {
  brand: string;
  /** of the tab, where something is wrong: `{title}` */
  failedTitle: string;
  /** `{n}` */
  fieldsWrong: string;
  /** the server was not reached */
  offline: Banner;
  /** something in between replied */
  unreadable: Banner;
  /** the browser refuses cookies */
  refusing: string;
};

export const saying = (): Saying => JSON.parse(document.body.dataset.say ?? "{}");

/** Where the page has moments. */
export function momentWords(): MomentWords | null {
  const words = document.querySelector<HTMLElement>("[data-moments]")?.dataset.moments;
  return words ? JSON.parse(words) : null;
}

/** Takes the parts of the page that change with time anew. */
export async function refreshParts(): Promise<void> {
  const refresh = await import("./refresh");
  await refresh.refreshParts();
}
