import { generateKeyPair, type KeyObject, randomBytes, randomUUID } from "node:crypto";
import { promisify } from "node:util";
import { decodeJwt, decodeProtectedHeader, SignJWT } from "jose";
import type { Configuration, Provider } from "oidc-provider";
import type { Accounts } from "./accounts";
import { CALLBACK_PATH, CLIENT } from "./client";
import type { GoogleFault } from "./faults";
import { isRegistered } from "./request";

const HOUR = 3600;

/**
 * An OpenID provider (OpenID Connect Core 1.0: discovery, PKCE, RS256) that puts name and address into
 * the id_token, as Google does, and asks for nothing but the account.
 * `origins`: where apps live besides localhost.
 */
export async function openProvider(
  issuer: string,
  accounts: Accounts,
  fault: () => GoogleFault,
  origins: string[],
): Promise<Provider> {
  const { privateKey } = await promisify(generateKeyPair)("rsa", { modulusLength: 2048 });
  const provider = await quietly(async () => {
    const { default: Provider } = await import("oidc-provider");
    return new Provider(issuer, configuration(issuer, accounts, privateKey));
  });
  provider.Client.prototype.redirectUriAllowed = (uri) => isRegistered(uri, origins);
  provider.use(async (context, next) => {
    if (context.path === "/token" && fault().mode === "token-error") {
      context.status = 400;
      context.body = { error: "invalid_grant", error_description: "fault: token-error" };
      return;
    }
    await next();
    await replaceClaims(context, fault(), privateKey);
  });
  return provider;
}

function configuration(issuer: string, accounts: Accounts, privateKey: KeyObject): Configuration {
  const cookie = { httpOnly: true, sameSite: "lax", signed: true, path: "/auth" } as const;
  return {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [`${new URL(issuer).origin}${CALLBACK_PATH}`],
        response_types: ["code"],
        grant_types: ["authorization_code"],
        token_endpoint_auth_method: "client_secret_basic",
        id_token_signed_response_alg: "RS256",
      },
    ],
    // A new key has a new name: an app that outlives us must not take it for the old one.
    jwks: {
      keys: [
        { ...privateKey.export({ format: "jwk" }), alg: "RS256", use: "sig", kid: randomUUID() },
      ],
    },
    // Cookies of one host are shared by all its ports: the names and paths keep out of the app's.
    cookies: {
      keys: [randomBytes(32).toString("hex")],
      names: { session: "lg_visit", interaction: "lg_choice", resume: "lg_resume" },
      long: cookie,
      short: { httpOnly: true, sameSite: "lax", signed: true },
    },
    claims: {
      openid: ["sub"],
      email: ["email", "email_verified", "hd"],
      profile: ["name", "given_name"],
    },
    conformIdTokenClaims: false,
    scopes: ["openid", "email", "profile"],
    pkce: { required: () => false },
    expiresWithSession: () => false,
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      dPoP: { enabled: false },
    },
    ttl: {
      Session: HOUR,
      Interaction: HOUR,
      Grant: HOUR,
      AccessToken: HOUR,
      IdToken: HOUR,
      AuthorizationCode: 60,
    },
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    findAccount(_context, sub) {
      const account = accounts.find(sub);
      if (!account) return undefined;
      const { password: _, ...claims } = account;
      const given_name = account.name.split(" ")[0];
      return { accountId: sub, claims: () => ({ ...claims, given_name }) };
    },
    // No page asks for consent.
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client?.clientId,
        accountId: oidc.session?.accountId,
      });
      grant.addOIDCScope("openid email profile");
      await grant.save();
      return grant;
    },
    renderError(context, { error, error_description }) {
      context.type = "text";
      context.body = `${error}: ${error_description ?? ""}`;
    },
  };
}

const isTold = (claim: unknown) => claim !== "auth_time" && claim !== "acr";

type TokenContext = { path: string; status: number; body?: unknown };

async function replaceClaims(
  context: TokenContext,
  { mode, claims = {} }: GoogleFault,
  key: KeyObject,
): Promise<void> {
  const { body } = context;
  if (context.status !== 200 || typeof body !== "object" || body === null) return;
  // no `auth_time` unless the app was verified and asked for it
  if ("claims_supported" in body && Array.isArray(body.claims_supported))
    context.body = { ...body, claims_supported: body.claims_supported.filter(isTold) };
  if (context.path === "/me") context.body = { ...body, ...claims };
  if (context.path !== "/token" || !("id_token" in body)) return;
  const changes = mode === "wrong-nonce" ? { ...claims, nonce: randomUUID() } : claims;
  if (Object.keys(changes).length === 0) return;
  const token = String(body.id_token);
  const { alg = "RS256", kid } = decodeProtectedHeader(token);
  const id_token = await new SignJWT({ ...decodeJwt(token), ...changes })
    .setProtectedHeader({ alg, kid })
    .sign(key);
  context.body = { ...body, id_token };
}

// The library warns of its in-memory store and of Node 20 on the console; both are meant here.
async function quietly<T>(work: () => Promise<T>): Promise<T> {
  const { warn, info } = console;
  const unless =
    (print: typeof warn) =>
    (message?: unknown, ...rest: unknown[]) => {
      if (!String(message).includes("oidc-provider ")) print(message, ...rest);
    };
  console.warn = unless(warn);
  console.info = unless(info);
  try {
    return await work();
  } finally {
    Object.assign(console, { warn, info });
  }
}
