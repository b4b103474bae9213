/** The most common typos; no domain that may really exist. */
const slips: Record<string, readonly string[]> = {
  "gmail.com": [
    "gamil.com",
    "gmial.com",
    "gmai.com",
    "gmal.com",
    "gnail.com",
    "gmail.con",
    "gmaill.com",
  ],
  "hotmail.com": [
    "hotmial.com",
    "hotmai.com",
    "hotmal.com",
    "hotamil.com",
    "hotmil.com",
    "hotmail.con",
  ],
  "outlook.com": ["outlok.com", "outloo.com", "outlok.es", "outllok.com", "outlook.con"],
  "yahoo.com": ["yaho.com", "yahooo.com", "yhaoo.com", "yahoo.con"],
  "icloud.com": ["iclod.com", "icluod.com", "icloud.con"],
};

/** The address that was probably meant; null when nothing looks like a slip. */
export function meantAddress(typed: string): string | null {
  const at = typed.lastIndexOf("@");
  const domain = typed
    .slice(at + 1)
    .trim()
    .toLowerCase();
  const meant = Object.entries(slips).find(([, wrong]) => wrong.includes(domain));
  return at > 0 && meant ? `${typed.slice(0, at)}@${meant[0]}` : null;
}
