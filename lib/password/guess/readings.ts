const LETTERS: Record<string, string> = {
  "0": "o",
  "2": "z",
  "3": "e",
  "4": "a",
  "5": "s",
  "6": "g",
  "7": "t",
  "8": "b",
  "9": "g",
  "@": "a",
  "(": "c",
  $: "s",
  "+": "t",
};
const ONE = /[1!|]/g;
/** how many signs after a word's last letter may be letters: the a's of `f4ctur4` and of `c0l0mb14` */
const ENDINGS = [0, 1, 2];

/**
 * As it stands, and with signs as letters (`p@ssw0rd`), with and without its last digits.
 * @param text ASCII, no capitals
 */
export function readingsOf(text: string): string[] {
  const [word = ""] = /^.*[a-z]/.exec(text) ?? [];
  const readings = ["i", "l"].flatMap((one) =>
    [...ENDINGS.map((more) => word.length + more), text.length].map(
      (end) => lettersOf(text.slice(0, end), one) + text.slice(end),
    ),
  );
  return [...new Set([text, ...(word === "" ? [] : readings)])];
}

function lettersOf(text: string, one: string): string {
  return text.replace(ONE, one).replace(/[^a-z]/g, (sign) => LETTERS[sign] ?? sign);
}
