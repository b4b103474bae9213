import { generateKeyPairSync } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { said } from "@/e2e/support/unit/auth";
import { Authenticator, FLAGS } from "@/e2e/support/unit/authenticator";
import { brokenJson, flipped } from "@/e2e/support/unit/damage";
import {
  addTo,
  creationOptionsOf,
  programBrowser,
  signedInPerson,
  signInOptionsOf,
  withPasskey,
} from "@/e2e/support/unit/passkeys";
import { coseOf } from "@/testing/cose";
import { newChallenge, nowSeconds, ofSession } from "./challenge";
import { passkeysOf } from "./list";

type Lie = NonNullable<Parameters<Authenticator["create"]>[1]>;

let ana: Awaited<ReturnType<typeof signedInPerson>>;
beforeAll(async () => {
  ana = await signedInPerson();
});

const REFUSED = {
  status: 401,
  error: "PasskeyRefused",
  message: "No pudimos agregar la llave de acceso. Intenta de nuevo.",
};

async function refused(made: unknown, fields: Record<string, string> = {}) {
  const credential = typeof made === "string" ? made : JSON.stringify(made);
  const response = await addTo(ana, made, { credential, ...fields });
  expect(await said(response)).toMatchObject(REFUSED);
}

const lies = async (lie: Lie, authenticator = new Authenticator()) =>
  refused(authenticator.create(await creationOptionsOf(ana), lie));

const jwkOf = (pair: ReturnType<typeof generateKeyPairSync>) =>
  pair.publicKey.export({ format: "jwk" });
const EC = jwkOf(generateKeyPairSync("ec", { namedCurve: "P-256" }));
/** A good key with some of its entries changed; undefined takes one out. */
const keyWith = (entries: [number, unknown][]) => {
  const key = coseOf(EC);
  for (const [name, value] of entries)
    if (value === undefined) key.delete(name);
    else key.set(name, value);
  return key;
};

describe("what makes no passkey", () => {
  const sample = new Authenticator().create({
    challenge: "AAAA",
    rp: { id: "localhost", name: "" },
    user: { id: "AAAA", name: "", displayName: "" },
    pubKeyCredParams: [],
  });
  const names = brokenJson(sample, "create").map(([name]) => name);
  it.each(names.map((name, at) => [name, at] as const))("broken JSON: %s", async (_, at) => {
    const answer = new Authenticator().create(await creationOptionsOf(ana));
    await refused(brokenJson(answer, "create")[at]?.[1]);
  });

  const { up, uv, be, bs, ed } = FLAGS;
  it.each([0, up, uv, up | uv | bs, up | be, up | uv | ed, uv | be | bs])("flags %i", (flags) =>
    lies({ flags }),
  );

  const said: Record<string, Lie> = {
    "another origin": { origin: "https://evil.com" },
    "another port": { origin: "http://localhost:3001" },
    "a sign-in": { type: "webauthn.get" },
    "another RP ID": { rpId: "evil.com" },
    "a page within another": { clientData: { crossOrigin: true } },
    "no origin": { clientData: { origin: undefined } },
    "a type that is a number": { clientData: { type: 1 } },
    "one name twice": { clientText: (text) => text.replace("{", '{"type":"webauthn.get",') },
    "a made-up challenge": { challenge: "AAAA" },
    "a format that nobody knows": { fmt: "evil" },
    "a U2F key": { fmt: "fido-u2f" },
    "a TPM": { fmt: "tpm" },
    "an Android key": { fmt: "android-key" },
    "Apple's format": { fmt: "apple" },
    "no statement": { fmt: "packed" },
    "a statement of none": { attStmt: new Map([["alg", -7]]) },
    "a certificate": {
      fmt: "packed",
      attStmt: new Map<string, unknown>([
        ["alg", -7],
        ["sig", Buffer.alloc(70)],
        ["x5c", new Map()],
      ]),
    },
    "bytes behind": { attestation: (bytes) => Buffer.concat([bytes, Buffer.of(0)]) },
    "more than its credential": {
      authenticatorData: (data) => Buffer.concat([data, Buffer.of(1)]),
    },
    "a credential of another id": {
      authenticatorData: (data) => {
        data[60] = (data[60] ?? 0) ^ 1;
        return data;
      },
    },
    "an id that is longer than all": {
      authenticatorData: (data) => {
        data.writeUInt16BE(60_000, 53);
        return data;
      },
    },
  };
  it.each(Object.keys(said))("%s", (name) => lies(said[name] ?? {}));

  const keys: Record<string, [number, unknown][]> = {
    "no kind": [[1, undefined]],
    "another kind": [[1, 1]],
    "no algorithm": [[3, undefined]],
    ES384: [[3, -35]],
    "SHA-1 with RSA": [[3, -65535]],
    "EdDSA with a curve's key": [[3, -8]],
    "RS256 with a curve's key": [[3, -257]],
    "an algorithm in letters": [[3, "ES256"]],
    "no curve": [[-1, undefined]],
    "another curve": [[-1, 2]],
    "no x": [[-2, undefined]],
    "a short x": [[-2, Buffer.alloc(31)]],
    "no point of the curve": [[-2, Buffer.alloc(32, 1)]],
    "the point of zeros": [
      [-2, Buffer.alloc(32)],
      [-3, Buffer.alloc(32)],
    ],
    "no y": [[-3, undefined]],
  };
  it.each(Object.keys(keys))("a key with %s", (name) => lies({ cose: keyWith(keys[name] ?? []) }));

  it("an attestation that is cut short, or changed in its frame", async () => {
    const authenticator = new Authenticator();
    for (const at of [0, 1, 5, 10, 20, 40, 60, 100, 150, -1])
      await lies({ attestation: (bytes) => bytes.subarray(0, at) }, authenticator);
    for (const at of [0, 1, 5, 10, 20])
      await lies({
        attestation: (bytes) =>
          Buffer.from(flipped(bytes.toString("base64url"), [at])[0]?.[1] ?? "", "base64url"),
      });
  });
});

describe("a challenge to make one is believed", () => {
  it("in the session that it was given to alone", async () => {
    const other = await signedInPerson();
    const made = new Authenticator().create(await creationOptionsOf(other));
    await refused(made);
  });

  it("for five minutes, and for nothing else", async () => {
    const authenticator = new Authenticator();
    const { challenge } = await signInOptionsOf(programBrowser());
    await lies({ challenge }, authenticator);
    const { session } = (await ana.user()) ?? {};
    if (!session) throw new Error("not signed in");
    const bound = ofSession({ id: ana.id, session });
    const issued = await nowSeconds();
    await lies({ challenge: newChallenge({ purpose: "prove", bound }, issued) }, authenticator);
    const old = newChallenge({ purpose: "add", bound }, issued - 301);
    await lies({ challenge: old }, authenticator);
  });

  it("once, and no passkey is added twice", async () => {
    const { authenticator, ...person } = await withPasskey();
    const options = await creationOptionsOf(person);
    expect(options.excludeCredentials).toMatchObject([{ id: authenticator.id }]);
    const again = await addTo(person, authenticator.create(options));
    expect(await said(again)).toMatchObject(REFUSED);
    const late = await addTo(person, new Authenticator().create(options));
    expect(await said(late)).toMatchObject(REFUSED);
    expect(await passkeysOf(person.id)).toHaveLength(1);
  });
});

it("nothing of all that was kept", async () => {
  expect(await passkeysOf(ana.id)).toEqual([]);
});
