/** The most common typos; no domain that may really exist. */
const slips: Record<string, readonly string[]> = {
  "gmail.com": ["gamil.com", "gmial.com", "gmai.com", "gmal.com", "gnail.com", "gmaill.com"],
  "hotmail.com": ["hotmial.com", "hotmai.com", "hotmal.com", "hotamil.com", "hotmil.com"],
  "outlook.com": ["outlok.com", "outloo.com", "outlok.es", "outllok.com"],
  "yahoo.com": ["yaho.com", "yahooo.com", "yhaoo.com"],
  "icloud.com": ["iclod.com", "icluod.com"],
};
/** What becomes of `.com` in a hurry; some are countries, where these providers have no addresses. */
const ENDS = [".con", ".comm", ".coom", ".cpm", ".vom", ".cm", ".om", ",com", "..com", "com"];

const WRONG = new Map(
  Object.entries(slips).flatMap(([meant, wrong]) => [
    ...wrong.map((slip) => [slip, meant] as const),
    ...ENDS.map((end) => [meant.replace(/\.com$/, end), meant] as const),
  ]),
);

/** The address that was probably meant, also where what was typed is none; null when nothing looks like a slip. */
export function meantAddress(typed: string): string | null {
  const at = typed.lastIndexOf("@");
  const meant = WRONG.get(
    typed
      .slice(at + 1)
      .trim()
      .toLowerCase(),
  );
  return at > 0 && meant ? `${typed.slice(0, at)}@${meant}` : null;
}
