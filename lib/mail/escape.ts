const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** For text between tags and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}

const LONGEST = 80;

/** A device or a place for a mail: a short line that no mail client links, since both come from a client's headers. */
export function plain(text: string): string {
  return text
    .replace(/[^\p{L}\p{M}\p{N} .,'()-]+/gu, " ")
    .replace(/\.(?=\S)/g, " ")
    .replace(/ +/g, " ")
    .trim()
    .slice(0, LONGEST);
}
