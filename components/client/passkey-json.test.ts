import { describe, expect, it } from "vitest";
import { read, written } from "./base64url";
import { creationOf, jsonOf } from "./passkey-json";

const bytes = (...values: number[]) => new Uint8Array(values).buffer;

describe("bytes in WebAuthn's JSON", () => {
  // RFC 4648 §10, with the letters of §5 and without padding
  it.each([
    ["", ""],
    ["f", "Zg"],
    ["fo", "Zm8"],
    ["foo", "Zm9v"],
    ["foob", "Zm9vYg"],
    ["\xfb\xff\xfe", "-__-"],
  ])("%j is %s", (text, expected) => {
    const given = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    expect(written(given.buffer)).toBe(expected);
    expect([...read(expected)]).toEqual([...given]);
  });

  it("are read where an authenticator expects them", () => {
    const { challenge, user, excludeCredentials } = creationOf({
      rp: { id: "localhost", name: "x" },
      user: { id: "AQI", name: "a", displayName: "a" },
      challenge: "_w",
      pubKeyCredParams: [],
      excludeCredentials: [{ type: "public-key", id: "Aw" }],
    });
    const read = [challenge, user.id, excludeCredentials?.[0]?.id] as Uint8Array[];
    expect(read.map((one) => [...one])).toEqual([[255], [1, 2], [3]]);
  });
});

describe("a credential as JSON", () => {
  /** A manager that stands in for the browser gives plain objects, whose `toJSON()` is empty. */
  const from = (response: object) =>
    jsonOf({
      ...{ id: "AQ", type: "public-key", rawId: bytes(1), toJSON: () => ({}) },
      response: { clientDataJSON: bytes(2), ...response },
    } as unknown as PublicKeyCredential);

  it("of a sign-in has what was signed, and whose it is where that is told", () => {
    const signed = { authenticatorData: bytes(3), signature: bytes(4) };
    const base = { id: "AQ", rawId: "AQ", type: "public-key", clientExtensionResults: {} };
    const response = { clientDataJSON: "Ag", authenticatorData: "Aw", signature: "BA" };
    expect(JSON.parse(from({ ...signed, userHandle: null }))).toEqual({ ...base, response });
    expect(JSON.parse(from({ ...signed, userHandle: bytes(5) })).response.userHandle).toBe("BQ");
  });

  it("of a new one has its transports, none where the browser does not tell", () => {
    const { response } = JSON.parse(from({ attestationObject: bytes(6) }));
    expect(response).toEqual({ clientDataJSON: "Ag", attestationObject: "Bg", transports: [] });
  });
});
