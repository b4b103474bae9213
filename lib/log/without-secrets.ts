/** What no log line holds, whatever it is about. */
export const SECRET_FIELDS = [
  ...["address", "email", "to", "token", "code", "recoveryCode", "recoveryCodes"],
  ...["secret", "credential", "password", "cookie", "authorization"],
];

/** Our tokens have 43 such characters, nonces and Google's codes about as many, recovery codes 24 without their dashes. */
const TOKEN = /[\w-]{24,}/g;

/** Text without queries of URLs, mail addresses and tokens; word by word, so that the time stays linear. */
export function withoutSecrets(words: string): string {
  return words
    .replace(/\S+/g, (word) => (/.(?:@|%40)./i.test(word) ? "*" : word))
    .replace(/(?<=\S)[?#]\S+/g, "")
    .replace(TOKEN, "*");
}
