/** A token of ours has 43 such characters, a nonce or a code of Google's more or less. */
const TOKEN = /[\w-]{30,}/g;

/**
 * Words as they may be told: of an address on the web without its query, without mail addresses and tokens. Word by
 * word, so that a long one takes no longer than it is.
 */
export function withoutSecrets(words: string): string {
  return words
    .replace(/\S+/g, (word) => (/.(?:@|%40)./i.test(word) ? "*" : word))
    .replace(/(?<=\S)[?#]\S+/g, "")
    .replace(TOKEN, "*");
}
