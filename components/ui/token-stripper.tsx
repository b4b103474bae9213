/** Where the script takes the token out of the address bar (`components/client/token.ts`); the form holds it from then on. */
export const TokenStripper = () => <i hidden data-strip-token />;
