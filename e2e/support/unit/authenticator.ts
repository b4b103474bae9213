import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from "@simplewebauthn/server";
import { encode } from "@/testing/cbor";
import { coseOf } from "@/testing/cose";

const ORIGIN = "http://localhost:3000";
export const FLAGS = { up: 1, uv: 4, be: 8, bs: 16, at: 64, ed: 128 } as const;
const PRESENT = FLAGS.up | FLAGS.uv;

const KEYS = {
  ES256: () => generateKeyPairSync("ec", { namedCurve: "P-256" }),
  EdDSA: () => generateKeyPairSync("ed25519"),
  RS256: () => generateKeyPairSync("rsa", { modulusLength: 2048 }),
} as const;
export type Algorithm = keyof typeof KEYS;

/** What an answer says instead of the truth. */
export type Lie = {
  origin?: string;
  type?: string;
  challenge?: string;
  /** whose hash is in the authenticator's data */
  rpId?: string;
  flags?: number;
  counter?: number;
  /** other fields of the client's data, or these in place of its own */
  clientData?: Record<string, unknown>;
  /** the client's data as text, just before it is signed */
  clientText?(text: string): string;
  /** the authenticator's data, just before it is signed */
  authenticatorData?(data: Buffer): Buffer;
  /** the key it is signed with */
  key?: KeyObject;
  userHandle?: string | undefined;
};
type RegistrationLie = Lie & {
  fmt?: string;
  attStmt?: Map<string, unknown>;
  cose?: Map<number, unknown>;
  attestation?(bytes: Buffer): Buffer;
};

/** One passkey in software: a key pair and a counter (WebAuthn L3 §6), which lies where it is told to. */
export class Authenticator {
  readonly id = randomBytes(32).toString("base64url");
  readonly #pair: { publicKey: KeyObject; privateKey: KeyObject };
  counter = 0;
  userHandle: string | undefined;

  constructor(
    readonly algorithm: Algorithm = "ES256",
    readonly aaguid = Buffer.alloc(16),
    readonly flags: number = PRESENT,
  ) {
    this.#pair = KEYS[algorithm]();
  }

  /** As COSE. */
  get publicKey(): Buffer {
    return encode(coseOf(this.#pair.publicKey.export({ format: "jwk" })));
  }

  create(
    options: PublicKeyCredentialCreationOptionsJSON,
    lie: RegistrationLie = {},
  ): RegistrationResponseJSON {
    this.userHandle = options.user.id;
    const credential = Buffer.from(this.id, "base64url");
    const length = Buffer.alloc(2);
    length.writeUInt16BE(credential.length);
    const cose = lie.cose ? encode(lie.cose) : this.publicKey;
    const attested = Buffer.concat([this.aaguid, length, credential, cose]);
    const flags = (lie.flags ?? this.flags) | FLAGS.at;
    const data = this.#data(options.rp.id ?? "", { ...lie, flags }, attested);
    const object = new Map<string, unknown>([
      ["fmt", lie.fmt ?? "none"],
      ["attStmt", lie.attStmt ?? new Map()],
      ["authData", data],
    ]);
    const bytes = encode(object);
    return {
      ...this.#around(),
      response: {
        clientDataJSON: clientDataOf("webauthn.create", options.challenge, lie).toString(
          "base64url",
        ),
        attestationObject: (lie.attestation?.(bytes) ?? bytes).toString("base64url"),
        transports: ["internal"],
      },
    };
  }

  get(options: PublicKeyCredentialRequestOptionsJSON, lie: Lie = {}): AuthenticationResponseJSON {
    this.counter += 1;
    const clientData = clientDataOf("webauthn.get", options.challenge, lie);
    const data = this.#data(options.rpId ?? "", lie);
    const signed = Buffer.concat([data, sha256(clientData)]);
    const userHandle = "userHandle" in lie ? lie.userHandle : this.userHandle;
    return {
      ...this.#around(),
      response: {
        clientDataJSON: clientData.toString("base64url"),
        authenticatorData: data.toString("base64url"),
        signature: this.#sign(signed, lie.key).toString("base64url"),
        ...(userHandle === undefined ? {} : { userHandle }),
      },
    };
  }

  #around() {
    const { id } = this;
    return { id, rawId: id, type: "public-key", clientExtensionResults: {} } as const;
  }

  #data(rpId: string, lie: Lie, attested = Buffer.alloc(0)): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(lie.counter ?? this.counter);
    const hash = sha256(Buffer.from(lie.rpId ?? rpId));
    const data = Buffer.concat([hash, Buffer.of(lie.flags ?? this.flags), counter, attested]);
    return lie.authenticatorData?.(data) ?? data;
  }

  #sign(bytes: Buffer, key: KeyObject = this.#pair.privateKey): Buffer {
    return sign(key.asymmetricKeyType === "ed25519" ? null : "sha256", bytes, key);
  }
}

function clientDataOf(type: string, challenge: string, lie: Lie): Buffer {
  const said = { type: lie.type ?? type, challenge: lie.challenge ?? challenge };
  const origin = lie.origin ?? ORIGIN;
  const text = JSON.stringify({ ...said, origin, crossOrigin: false, ...lie.clientData });
  return Buffer.from(lie.clientText?.(text) ?? text);
}

const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest();
