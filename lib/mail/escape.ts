const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text made safe between tags and inside quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}

const LONGEST = 80;

/**
 * A device or a place as it may stand in a mail: one short line that no mail client turns into a
 * link. Both come from headers of whoever asked, so a stranger may have written them.
 */
export function plain(text: string): string {
  return text
    .replace(/[^\p{L}\p{M}\p{N} .,'()-]+/gu, " ")
    .replace(/\.(?=\S)/g, " ")
    .replace(/ +/g, " ")
    .trim()
    .slice(0, LONGEST);
}
