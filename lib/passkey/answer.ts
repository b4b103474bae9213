import * as z from "zod";

/** WebAuthn L3 §7.1: a credential's id is at most 1023 bytes. */
const ID_LONGEST_BYTES = 1023;

/** In the one spelling that these bytes have (RFC 4648 §3.5, §5), and not none. */
const base64url = z
  .string()
  .refine((text) => text !== "" && Buffer.from(text, "base64url").toString("base64url") === text);
const id = base64url.refine((text) => Buffer.from(text, "base64url").length <= ID_LONGEST_BYTES);

const around = {
  id,
  rawId: id,
  type: z.literal("public-key"),
  authenticatorAttachment: z.string().nullish(),
  clientExtensionResults: z.record(z.string(), z.unknown()).optional(),
};

/** `AuthenticationResponseJSON` of WebAuthn L3 §5.1.8, and nothing else. */
const assertion = z.strictObject({
  ...around,
  response: z.strictObject({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.nullish(),
  }),
});

/** `RegistrationResponseJSON` of the same. What a browser says beside the attestation object is not believed. */
const registration = z.strictObject({
  ...around,
  response: z.strictObject({
    clientDataJSON: base64url,
    attestationObject: base64url,
    authenticatorData: base64url.nullish(),
    publicKey: base64url.nullish(),
    publicKeyAlgorithm: z.number().nullish(),
    transports: z
      .array(z.string().regex(/^[a-z-]{1,20}$/))
      .max(10)
      .optional(),
  }),
});

/** A browser may add fields of its own (WebAuthn L3 §5.8.1). No page of ours is shown within another one. */
const clientData = z.looseObject({
  type: z.string(),
  challenge: base64url,
  origin: z.string(),
  crossOrigin: z.literal(false).optional(),
  topOrigin: z.undefined().optional(),
});

/** With the challenge that it claims to answer. */
export type Assertion = z.infer<typeof assertion> & { challenge: string };
export type Registration = z.infer<typeof registration> & { challenge: string };

/** What `navigator.credentials.get()` gave, as JSON; null where it is not readable as that. */
export const readAssertion = (text: string): Assertion | null => read(text, assertion);

/** What `navigator.credentials.create()` gave. */
export const readRegistration = (text: string): Registration | null => read(text, registration);

function read<T extends { id: string; rawId: string; response: { clientDataJSON: string } }>(
  text: string,
  shape: z.ZodType<T>,
): (T & { challenge: string }) | null {
  const answer = shape.safeParse(parse(text)).data;
  if (answer?.id !== answer?.rawId || !answer) return null;
  const said = Buffer.from(answer.response.clientDataJSON, "base64url").toString();
  const challenge = clientData.safeParse(parse(said)).data?.challenge;
  return challenge === undefined ? null : { ...answer, challenge };
}

/** Undefined where it is no JSON, or says one name twice, of which JSON.parse takes the last (RFC 8259 §4). */
function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return namesIn(text) === namesOf(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const namesIn = (json: string): number =>
  [...json.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?/g)].filter(([, colon]) => colon).length;

function namesOf(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  const inside = Object.values(value).reduce((sum: number, one) => sum + namesOf(one), 0);
  return inside + (Array.isArray(value) ? 0 : Object.keys(value).length);
}
