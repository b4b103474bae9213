import { expect, it } from "vitest";
import { Authenticator, FLAGS } from "@/e2e/support/unit/authenticator";
import { withPasskey } from "@/e2e/support/unit/passkeys";
import { passkeysOf } from "./list";

const GOOGLE = Buffer.from("ea9b8d664d011d213ce4b6b48cb575d4", "hex");

it("a passkey is shown by its keeper's name, with whether it is kept elsewhere too", async () => {
  const synced = FLAGS.up | FLAGS.uv | FLAGS.be | FLAGS.bs;
  const { id } = await withPasskey(new Authenticator("ES256", GOOGLE, synced));
  expect(await passkeysOf(id)).toEqual([
    {
      id: expect.any(String),
      credentialId: expect.any(String),
      name: "Google Password Manager",
      authenticator: "Google Password Manager",
      backedUp: true,
      createdAt: expect.any(Date),
      lastUsedAt: null,
    },
  ]);
});

it("one that nobody knows has a plain name", async () => {
  const { id } = await withPasskey();
  expect(await passkeysOf(id)).toMatchObject([
    { name: "Llave de acceso", authenticator: null, backedUp: false },
  ]);
});
