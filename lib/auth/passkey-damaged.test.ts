import { generateKeyPairSync, randomBytes } from "node:crypto";
import type { PublicKeyCredentialRequestOptionsJSON as Options } from "@simplewebauthn/server";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/e2e/support/unit";
import { said, whoIsIn } from "@/e2e/support/unit/auth";
import { Authenticator, FLAGS, type Lie } from "@/e2e/support/unit/authenticator";
import { brokenJson, flipped } from "@/e2e/support/unit/damage";
import {
  creationOptionsOf,
  programBrowser,
  signInOptionsOf,
  signInWith,
  withPasskey,
} from "@/e2e/support/unit/passkeys";
import { newChallenge, nowSeconds } from "@/lib/passkey/challenge";
import { cookieName } from "../http/cookies";

type Owner = Awaited<ReturnType<typeof withPasskey>>;
let ana: Owner;
let luis: Owner;
beforeAll(async () => {
  [ana, luis] = [await withPasskey(), await withPasskey(new Authenticator("RS256"))];
});

/** A browser with options of its own, and what it was answered. */
async function answered(answerOf: (options: Options, browser: string) => unknown) {
  const caller = programBrowser();
  const options = await signInOptionsOf(caller);
  const answer = await answerOf(options, caller.cookies.get(cookieName("asked")) ?? "");
  const credential = typeof answer === "string" ? answer : JSON.stringify(answer);
  const response = await caller.post("/api/auth/callback/passkey", { credential });
  return { ...(await said(response)), who: await whoIsIn(caller) };
}

const REFUSED = {
  status: 401,
  error: expect.stringMatching(/^Passkey(Refused|Unknown)$/),
  message: expect.stringMatching(/llave de acceso/),
  who: null,
};
const refused = async (answerOf: Parameters<typeof answered>[0]) =>
  expect(await answered(answerOf)).toMatchObject(REFUSED);

/** Signed by the right key, and nothing about the signature is wrong. */
const lies = async (lie: Lie) => refused((options) => ana.authenticator.get(options, lie));

const sessionsOf = ({ id }: Owner) =>
  database.sql(`select from "Session" where "userId" = $1 and method = 'passkey'`, [id]);

describe("an answer that is damaged signs nobody in", () => {
  const sample = new Authenticator().get({ challenge: "AAAA", rpId: "localhost" });
  sample.response.userHandle = "AAAA";
  const names = brokenJson(sample, "get").map(([name]) => name);
  it.each(names.map((name, at) => [name, at] as const))("in its JSON: %s", (_, at) =>
    refused((options) => brokenJson(ana.authenticator.get(options), "get")[at]?.[1]),
  );

  const { up, uv, be, bs, at, ed } = FLAGS;
  const present = up | uv;
  const honest = [present, present | be, present | be | bs];
  const combinations = Array.from({ length: 64 }, (_, n) =>
    [up, uv, be, bs, at, ed].filter((_, bit) => n & (1 << bit)).reduce((sum, one) => sum | one, 0),
  ).filter((flags) => !honest.includes(flags));
  it.each(combinations)("by its flags: %i", (flags) => lies({ flags }));

  const origins = [
    "https://localhost:3000",
    "http://localhost:3001",
    "http://localhost",
    "http://localhost:3000/",
    "HTTP://LOCALHOST:3000",
    "http://a.localhost:3000",
    "http://localhost:3000.evil.com",
    "http://localhost:3000@evil.com",
    "http://evil.com",
    "android:apk-key-hash:AAAA",
    "null",
    "",
  ];
  it.each(origins)("by its origin: %s", (origin) => lies({ origin }));

  it.each(["webauthn.create", "webauthn.get ", "WEBAUTHN.GET", "payment.get", ""])(
    "by its type: %s",
    (type) => lies({ type }),
  );

  it.each(["evil.com", "a.localhost", "LOCALHOST", "http://localhost:3000", ""])(
    "by its RP ID: %s",
    (rpId) => lies({ rpId }),
  );

  const clientData: Record<string, Record<string, unknown>> = {
    "an origin that is a list": { origin: ["http://localhost:3000"] },
    "no origin": { origin: undefined },
    "a type that is a number": { type: 1 },
    "no type": { type: undefined },
    "a challenge that is a number": { challenge: 1 },
    "no challenge": { challenge: undefined },
    "shown within another page": { crossOrigin: true },
    "shown within another page, in words": { crossOrigin: "true" },
    "the page around": { topOrigin: "https://evil.com" },
    "the page around, without a frame": { topOrigin: "http://localhost:3000" },
    "a token binding that is text": { tokenBinding: "present" },
    "a token binding of no kind": { tokenBinding: { status: "evil" } },
  };
  it.each(Object.keys(clientData))("by what its client says: %s", (name) =>
    lies({ clientData: clientData[name] ?? {} }),
  );

  const texts: Record<string, (text: string) => string> = {
    "one name twice": (text) => text.replace("{", '{"origin":"https://evil.com",'),
    "a list around": (text) => `[${text}]`,
    "cut short": (text) => text.slice(0, -1),
    "a mark of the byte order": (text) => `\ufeff${text}`,
    "no JSON": () => "webauthn.get",
    null: () => "null",
  };
  it.each(Object.keys(texts))("by its client's text: %s", (name) =>
    lies({ clientText: texts[name] ?? String }),
  );

  const data: Record<string, (data: Buffer) => Buffer> = {
    nothing: () => Buffer.alloc(0),
    "one byte": (bytes) => bytes.subarray(0, 1),
    "no counter": (bytes) => bytes.subarray(0, 33),
    "one byte less": (bytes) => bytes.subarray(0, -1),
    "one byte more": (bytes) => Buffer.concat([bytes, Buffer.of(0)]),
    "CBOR behind": (bytes) => Buffer.concat([bytes, Buffer.of(0xa0)]),
    "extensions cut short": (bytes) => {
      bytes[32] = present | ed;
      return Buffer.concat([bytes, Buffer.of(0xa1, 0x63, 0x61)]);
    },
    "a credential that is longer than all": (bytes) => {
      bytes[32] = present | at;
      return Buffer.concat([bytes, Buffer.alloc(16), Buffer.of(0xff, 0xff, 1, 2, 3)]);
    },
    "endless CBOR": (bytes) => {
      bytes[32] = present | ed;
      return Buffer.concat([bytes, Buffer.alloc(5000, 0x81)]);
    },
  };
  it.each(Object.keys(data))("by its authenticator's data: %s", (name) =>
    lies({ authenticatorData: data[name] ?? ((bytes) => bytes) }),
  );

  const places = Array.from({ length: 37 }, (_, n) => n);
  it.each(places)("by a bit of byte %i of what was signed", (place) =>
    refused((options) => {
      const answer = ana.authenticator.get(options);
      const [[, broken] = ["", ""]] = flipped(answer.response.authenticatorData, [place]);
      return { ...answer, response: { ...answer.response, authenticatorData: broken } };
    }),
  );

  it.each([0, 1, 2, 3, 4, 8, 20, -1, -8, -20])("by a bit of byte %i of its signature", (place) =>
    refused((options) => {
      const answer = ana.authenticator.get(options);
      const [[, signature] = ["", ""]] = flipped(answer.response.signature, [place]);
      return { ...answer, response: { ...answer.response, signature } };
    }),
  );

  const spellings: Record<string, (signature: Buffer) => Buffer> = {
    "a byte behind": (bytes) => Buffer.concat([bytes, Buffer.of(0)]),
    "a long length": (bytes) => Buffer.concat([Buffer.of(0x30, 0x81), bytes.subarray(1)]),
    "no length": (bytes) =>
      Buffer.concat([Buffer.of(0x30, 0x80), bytes.subarray(2), Buffer.of(0, 0)]),
    "a zero in front of its first number": (bytes) => {
      const [, length = 0, , first = 0] = bytes;
      return Buffer.concat([Buffer.of(0x30, length + 1, 2, first + 1, 0), bytes.subarray(4)]);
    },
    "nothing but its form": () => Buffer.of(0x30, 6, 2, 1, 0, 2, 1, 0),
    "cut short": (bytes) => bytes.subarray(0, -1),
  };
  it.each(Object.keys(spellings))("by the spelling of its signature: %s", (name) =>
    refused((options) => {
      const { response, ...answer } = ana.authenticator.get(options);
      const bytes = Buffer.from(response.signature, "base64url");
      const signature = (spellings[name]?.(bytes) ?? bytes).toString("base64url");
      return { ...answer, response: { ...response, signature } };
    }),
  );

  it("by another key, of each kind", async () => {
    for (const { privateKey: key } of [
      generateKeyPairSync("ec", { namedCurve: "P-256" }),
      generateKeyPairSync("ec", { namedCurve: "P-384" }),
      generateKeyPairSync("ed25519"),
      generateKeyPairSync("rsa", { modulusLength: 2048 }),
    ])
      await lies({ key });
  });
});

describe("a challenge is believed where and when it was given, once", () => {
  const now = () => nowSeconds();
  const signIn = (bound: string) => ({ purpose: "sign-in", bound }) as const;

  it("of this browser alone", async () => {
    const { challenge } = await signInOptionsOf(programBrowser());
    await lies({ challenge });
    await lies({ challenge: newChallenge(signIn(""), await now()) });
  });

  it("not one that was made up, or changed", async () => {
    for (const bytes of [0, 16, 32, 54, 55, 1000])
      await lies({ challenge: randomBytes(bytes).toString("base64url") });
    const places = [0, 15, 16, 21, 22, 53];
    for (const [at] of places.entries())
      await refused((options) => {
        const [, challenge = ""] = flipped(options.challenge, places)[at] ?? [];
        return ana.authenticator.get(options, { challenge });
      });
    await refused((options) =>
      ana.authenticator.get(options, { challenge: `${options.challenge}=` }),
    );
  });

  it("for five minutes", async () => {
    const at = async (age: number) => {
      const issued = (await now()) - age;
      return answered((options, browser) =>
        ana.authenticator.get(options, { challenge: newChallenge(signIn(browser), issued) }),
      );
    };
    expect(await at(301)).toMatchObject(REFUSED);
    expect(await at(280)).toMatchObject({ status: 200 });
  });

  it("for signing in alone", async () => {
    const { challenge } = await creationOptionsOf(ana);
    await lies({ challenge });
    const issued = await now();
    await refused((options, browser) =>
      ana.authenticator.get(options, {
        challenge: newChallenge({ purpose: "prove", bound: browser }, issued),
      }),
    );
  });

  it("once", async () => {
    const caller = programBrowser();
    const answer = ana.authenticator.get(await signInOptionsOf(caller));
    expect((await signInWith(caller, answer)).status).toBe(200);
    expect(await said(await signInWith(caller, answer))).toMatchObject({
      status: 401,
      error: "PasskeyRefused",
    });
  });
});

describe("a passkey is its owner's alone", () => {
  it.each([undefined, "", "AAAA"])("under another handle: %s", (userHandle) =>
    lies({ userHandle }),
  );

  it("under another owner's handle", () => lies({ userHandle: luis.authenticator.userHandle }));

  it("and another one's id does not make it theirs", async () => {
    const { id } = luis.authenticator;
    const { userHandle } = luis.authenticator;
    await refused((options) => ({
      ...ana.authenticator.get(options, { userHandle }),
      id,
      rawId: id,
    }));
  });

  it("one that is unknown here is told apart", async () => {
    const foreign = new Authenticator();
    foreign.userHandle = ana.authenticator.userHandle;
    expect(await answered((options) => foreign.get(options))).toMatchObject({
      ...REFUSED,
      error: "PasskeyUnknown",
    });
  });
});

it("all that was only damage: the same passkey signs in still, and had signed in no more than it says", async () => {
  const before = await sessionsOf(ana);
  expect(await answered((options) => ana.authenticator.get(options))).toMatchObject({
    status: 200,
    who: { address: ana.address },
  });
  expect(await sessionsOf(ana)).toHaveLength(before.length + 1);
  expect(await sessionsOf(luis)).toEqual([]);
});
