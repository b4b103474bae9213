const UNSEEN = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
const IN_BRACKETS = /^[^<>@]*<([^<>@]+@[^<>@]+)>[^<>@]*$/u;
const SCHEME = /^mailto:/i;
/** One layer of what stands around an address. Some signs may begin one (`'`, `*`): these count where they are a pair. */
const LAYERS: [RegExp, string][] = [
  [/^\([^()@]*\)\s?|\([^()@]*\)$/u, ""],
  [/^(?:(['*_`~|])(?=.*\1$)|\{(?=.*\}$))(.*).$/su, "$2"],
  [/^(?:(?![!#%&'*/?_{}.@-])[\p{P}<>\s])+/u, ""],
  // what no address may hold, with whatever stands in front of it
  [/^[\p{P}\p{S}\s]*[\s"“”„‟«»‹›<>()[\]\\,:;]/u, ""],
  [/(?!@)[\p{P}\p{S}\s]$/u, ""],
];
const ONE = /^[^\s@<>()[\]"]+@[^\s@<>()[\]"]+$/u;

/**
 * The address of what was pasted or filled in, which may bring a name, a scheme, invisible marks, the end of a
 * sentence; whatever is not one address with something around it stays as it is, for the server to judge.
 */
export function bareAddress(given: string): string {
  const seen = given.replace(UNSEEN, "").trim();
  const address = seen.normalize("NFKC").replace(IN_BRACKETS, "$1").trim();
  const link = SCHEME.test(address) ? address.replace(SCHEME, "").replace(/\?.*$/, "") : address;
  const bare = peeled(link);
  return ONE.test(bare) ? bare : seen;
}

function peeled(text: string): string {
  for (let whole = text; ; ) {
    const layer = LAYERS.find(([around]) => around.test(whole));
    if (!layer) return whole;
    whole = whole.replace(...layer);
  }
}
