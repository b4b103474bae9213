import type { ActivityEntry } from "@/lib/activity/list";
import type { Messages } from "@/lib/messages/catalogue";

/** What happened, in a sentence for the owner of the account. It may depend on the way in, or on who did it. */
export function sentenceOf(
  { event, method }: Pick<ActivityEntry, "event" | "method">,
  happened: Messages["activity"],
): string {
  const said: string | Record<string, string> = happened[event];
  if (typeof said === "string") return said;
  const way = method !== null && Object.hasOwn(said, method) ? method : "otherwise";
  return said[way] ?? "";
}
