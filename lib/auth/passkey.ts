import { browserOf, knownBrowserOf, type RequestContext } from "../http/context";
import { requireCookies } from "../http/cookies-required";
import { countingSignIn } from "../http/count-sign-in";
import { credentialField } from "../http/fields";
import { passkeyRefused } from "../http/passkey-refused";
import { type Reply, unknownReply } from "../http/reply";
import { signedInReply } from "../http/signed-in";
import { signInOptions } from "../passkey/options";
import { type PasskeySignIn, signInByPasskey } from "../passkey/sign-in";
import { withQuery } from "../routes";
import { entering } from "./entering";
import type { RunAuth, Way } from "./run";

const PAGE = "/login";
const ID = "passkey";

export const passkey: Way = {
  provider: entering(ID),
  posts: {
    "signin/passkey": () => askForChallenge,
    "callback/passkey": (run) =>
      requireCookies(PAGE, (context) => countingSignIn("passkey", () => signIn(context, run))),
  },
};

async function askForChallenge(context: RequestContext): Promise<Reply> {
  const { browser, cookie } = browserOf(context);
  const more = { options: await signInOptions(browser) };
  return { ok: true, url: withQuery(PAGE, context), more, cookies: [cookie] };
}

async function signIn(context: RequestContext, run: RunAuth): Promise<Reply> {
  const { client } = context;
  const credential = credentialField(context);
  const browser = knownBrowserOf(context);
  const asked = { path: ["callback", ID], by: "passkey" } as const;
  const { outcome, session } = await run<PasskeySignIn>(context, asked, (settle, sessionToken) => ({
    enter: async () => {
      const used = await signInByPasskey(credential, browser, { client, sessionToken });
      settle(used);
      return used.ok ? used : null;
    },
  }));
  if (session) return signedInReply(context, session, context.callbackUrl ?? "/cuenta");
  const page = withQuery(PAGE, context);
  return outcome && !outcome.ok ? passkeyRefused(outcome, page) : unknownReply(PAGE);
}
