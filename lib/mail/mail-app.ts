/** Apple's Mail, at its list: `mailto:` would open an empty message. */
const IOS = "message://";
/** Android's mail app of choice, at its list (`Intent.CATEGORY_APP_EMAIL`), in the syntax of browsers there. */
const ANDROID =
  "intent:#Intent;action=android.intent.action.MAIN;category=android.intent.category.APP_EMAIL;end";

/** What opens the mail program of a browser's device. On a computer nothing opens one without an empty message (RFC 6068). */
export function mailAppOf(userAgent: string | null): string {
  if (/iPhone|iPad|iPod/.test(userAgent ?? "")) return IOS;
  return /Android/.test(userAgent ?? "") ? ANDROID : "mailto:";
}
