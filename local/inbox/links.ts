/** The http(s) addresses in a mail, each once, in the order in which they appear. */
export function linksOf(text: string, html: string): string[] {
  const typed = text.matchAll(/https?:\/\/[^\s"'<>]+/gi);
  const linked = html.matchAll(/\shref\s*=\s*(?:"([^"]*)"|'([^']*)')/gi);
  return [
    ...new Set([
      // A full stop or a bracket after an address belongs to the sentence.
      ...[...typed].map(([address]) => address.replace(/[.,;:!?)\]]+$/, "")),
      ...[...linked].map(([, double, single]) => decoded(double ?? single ?? "").trim()),
    ]),
  ].filter((link) => /^https?:\/\//i.test(link));
}

const NAMED: Record<string, string> = { amp: "&", quot: '"', apos: "'", lt: "<", gt: ">" };

function decoded(attribute: string): string {
  return attribute.replace(/&(#x[\da-f]+|#\d+|amp|quot|apos|lt|gt);/gi, (whole, name: string) => {
    if (!name.startsWith("#")) return NAMED[name.toLowerCase()] ?? whole;
    const hex = name[1]?.toLowerCase() === "x";
    return String.fromCodePoint(Number.parseInt(name.slice(hex ? 2 : 1), hex ? 16 : 10));
  });
}
