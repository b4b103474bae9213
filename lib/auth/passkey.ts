import Credentials from "next-auth/providers/credentials";
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
import { defaultOf } from "./default-of";
import type { RunAuth, Way } from "./run";

const PAGE = "/login";
const ID = "passkey";

export const passkey: Way = {
  // a browser begins with it by a script alone: what next-auth lists is without it
  provider: (run) => {
    const { usePasskey } = run.steps;
    if (!usePasskey) return null;
    return defaultOf(Credentials)({
      id: ID,
      credentials: {},
      authorize: async () => {
        const used = await usePasskey();
        if (!used) return null;
        run.admitted = used.user;
        run.session = used.session;
        return { id: used.user.id };
      },
    });
  },
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
    usePasskey: async () => {
      const used = await signInByPasskey(credential, browser, { client, sessionToken });
      settle(used);
      return used.ok ? used : null;
    },
  }));
  if (session) return signedInReply(context, session, context.callbackUrl ?? "/cuenta");
  const page = withQuery(PAGE, context);
  return outcome && !outcome.ok ? passkeyRefused(outcome, page) : unknownReply(PAGE);
}
