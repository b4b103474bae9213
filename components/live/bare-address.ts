const UNSEEN = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
const IN_BRACKETS = /^[^<>@]*<([^<>@]+@[^<>@]+)>[^<>@]*$/u;
const SCHEME = /^mailto:/i;
const SIGNS = /^["“«([]+|["”»)\].,;:!]+$/gu;

/**
 * The address of what was pasted or filled in, which may bring a name, a scheme, marks that nobody sees, the end of a
 * sentence; whatever is not one address with something around it stays as it is, for the door to judge.
 */
export function bareAddress(given: string): string {
  const seen = given.replace(UNSEEN, "").trim();
  const address = seen.replace(IN_BRACKETS, "$1");
  const link = SCHEME.test(address) ? address.replace(SCHEME, "").replace(/\?.*$/, "") : address;
  return link.split("@").length === 2 ? link.replace(SIGNS, "").trim() : seen;
}
