import type { ActivityEntry } from "@/lib/activity/list";
import type { Messages } from "@/lib/messages/catalogue";

type Entry = Pick<ActivityEntry, "method"> & { event: string };

/** What happened, in a sentence for the owner of the account. It may depend on the way in, or on who did it. */
export function sentenceOf({ event, method }: Entry, happened: Messages["activity"]): string {
  // a newer process of a rolling deployment may have written one that this one does not know
  if (!isKnown(event, happened)) return happened.unknown;
  const said: string | Record<string, string> = happened[event];
  if (typeof said === "string") return said;
  const way = method !== null && Object.hasOwn(said, method) ? method : "otherwise";
  return said[way] ?? "";
}

const isKnown = (
  event: string,
  happened: Messages["activity"],
): event is keyof Messages["activity"] => Object.hasOwn(happened, event);
