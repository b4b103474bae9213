import { describe, expect, it } from "vitest";
import { GET as endpoints } from "@/app/.well-known/passkey-endpoints/route";
import { POST as prove } from "@/app/cuenta/confirmar/llave/route";
import { POST as askToProve } from "@/app/cuenta/confirmar/reto/route";
import { POST as remove } from "@/app/cuenta/llaves/eliminar/route";
import { POST as rename } from "@/app/cuenta/llaves/nombrar/route";
import { POST as askToAdd } from "@/app/cuenta/llaves/reto/route";
import { database } from "@/e2e/support/unit";
import { said } from "@/e2e/support/unit/auth";
import { Authenticator, FLAGS } from "@/e2e/support/unit/authenticator";
import {
  addTo,
  at,
  creationOptionsOf,
  keepPasskey,
  signedInPerson,
  withPasskey,
} from "@/e2e/support/unit/passkeys";
import { stranger, together } from "@/e2e/support/unit/people";
import { SecondProcess } from "@/e2e/support/unit/second-process";
import { limits } from "@/lib/config/limits";
import { addPasskey } from "./add";
import { passkeysOf } from "./list";

type Person = Awaited<ReturnType<typeof signedInPerson>>;

const ASK = "/cuenta/llaves/reto";
const PROVE = "/cuenta/confirmar/llave";
const told = ({ address }: Person) =>
  database.sql(`select kind from "Notice" where address = $1 order by "createdAt"`, [address]);
const happened = ({ id }: Person) =>
  database.sql(
    `select event from "Activity" where "userId" = $1 and event like 'passkey-%' order by id`,
    [id],
  );

async function proof(person: Person & { authenticator: Authenticator }, lie = {}) {
  const { options } = await (await at(askToProve, person).post("/cuenta/confirmar/reto")).json();
  const credential = JSON.stringify(person.authenticator.get(options, lie));
  const fields = { credential, callbackUrl: "/cuenta/llaves" };
  return { options, fields, reply: await said(await at(prove, person).post(PROVE, fields)) };
}

describe("a passkey to be made", () => {
  it("is asked for under one random handle a person, which is neither their id nor their address", async () => {
    const person = await signedInPerson();
    const [one, other] = await together(2, () => creationOptionsOf(person));
    expect(one).toEqual({
      challenge: expect.stringMatching(/^[\w-]{72}$/),
      rp: { id: "localhost", name: "Alegra" },
      user: {
        id: expect.stringMatching(/^[\w-]{43}$/),
        name: person.address,
        displayName: person.address,
      },
      pubKeyCredParams: [-7, -8, -257].map((alg) => ({ type: "public-key", alg })),
      excludeCredentials: [],
      authenticatorSelection: {
        residentKey: "required",
        requireResidentKey: true,
        userVerification: "required",
      },
      attestation: "none",
      extensions: { credProps: true },
      timeout: 300_000,
    });
    expect(other?.user.id).toBe(one?.user.id);
    expect(other?.challenge).not.toBe(one?.challenge);
  });

  it("needs a fresh proof, and so does its answer", async () => {
    const person = await signedInPerson();
    const made = new Authenticator().create(await creationOptionsOf(person));
    await database.sql(`update "Session" set "provedAt" = 'epoch' where "userId" = $1`, [
      person.id,
    ]);
    for (const response of [await at(askToAdd, person).post(ASK), await addTo(person, made)])
      expect(await said(response)).toMatchObject({ status: 401, error: "ProofRequired" });
    const user = await person.user();
    const asked = { credential: JSON.stringify(made), silent: false, name: "x" };
    expect(user && (await addPasskey(user, asked, stranger()))).toBe("not-reauthenticated");
  });

  it("is told when it is there, and its owner's other ones are left out of the next", async () => {
    const person = await withPasskey();
    expect(await told(person)).toEqual([{ kind: "passkey-added" }]);
    expect(await happened(person)).toEqual([{ event: "passkey-added" }]);
    const { excludeCredentials } = await creationOptionsOf(person);
    const { id } = person.authenticator;
    expect(excludeCredentials).toEqual([{ type: "public-key", id, transports: ["internal"] }]);
  });

  it("without a question is believed after a password alone", async () => {
    const flags = 0;
    const [typed, mailed] = [await signedInPerson("password"), await signedInPerson("email")];
    const made = async (person: Person) => {
      const options = await creationOptionsOf(person, { silent: "true" });
      expect(options.authenticatorSelection?.userVerification).toBe("preferred");
      return addTo(person, new Authenticator().create(options, { flags }), { silent: "true" });
    };
    expect((await made(typed)).status).toBe(200);
    expect((await made(mailed)).status).toBe(401);
    const asked = new Authenticator().create(await creationOptionsOf(typed), { flags });
    expect((await addTo(typed, asked)).status).toBe(401);
  });

  it("is one of twenty, also when two dozen come at once over two processes", async () => {
    const person = await signedInPerson();
    const free = 4;
    await together(limits.passkeysPerUser - free, () => keepPasskey(person.id));
    const options = await together(24, () => creationOptionsOf(person));
    const made = options.map((one) => JSON.stringify(new Authenticator().create(one)));
    const owner = await person.user();
    if (!owner) throw new Error("not signed in");
    const client = stranger();
    const other = new SecondProcess(`
      import { addPasskey } from "./lib/passkey/add";
      const { owner, made, client } = ${JSON.stringify({ owner, made: made.slice(12), client })};
      const add = (credential) => addPasskey(owner, { credential, silent: false, name: "x" }, client);
      await add("nothing");
      await gate();
      console.log(JSON.stringify(await Promise.all(made.map(add))));
      process.exit();`);
    await other.ready();
    const [here, there] = await Promise.all([
      Promise.all(
        made
          .slice(0, 12)
          .map((credential) => addPasskey(owner, { credential, silent: false, name: "x" }, client)),
      ),
      other.go<string[]>(),
    ]);
    const outcomes = [...here, ...there];
    expect(outcomes.filter((one) => one === "added")).toHaveLength(free);
    expect(outcomes.filter((one) => one === "full")).toHaveLength(24 - free);
    expect(await passkeysOf(person.id)).toHaveLength(limits.passkeysPerUser);
    expect(await said(await at(askToAdd, person).post(ASK))).toMatchObject({
      status: 422,
      error: "WrongField",
      message: "Ya tienes 20 llaves de acceso. Elimina una para agregar otra.",
    });
  });
});

describe("a passkey of one's own", () => {
  it("is renamed, without a mail", async () => {
    const person = await withPasskey();
    const [{ id = "" } = {}] = await passkeysOf(person.id);
    const caller = at(rename, person);
    const named = async (fields: Record<string, string>) =>
      (await caller.post("/cuenta/llaves/nombrar", fields)).status;
    expect(await named({ id: id.toUpperCase(), name: "  Mi   portátil " })).toBe(200);
    expect(await named({ id, name: "Mi portátil" })).toBe(200);
    expect(await passkeysOf(person.id)).toMatchObject([{ name: "Mi portátil" }]);
    expect(await happened(person)).toEqual([
      { event: "passkey-added" },
      { event: "passkey-renamed" },
    ]);
    expect(await told(person)).toHaveLength(1);
    for (const name of ["", "x".repeat(81), "\u202e"]) expect(await named({ id, name })).toBe(422);
  });

  it("is removed, and the reply says which are left", async () => {
    const person = await withPasskey();
    const left = new Authenticator();
    await addTo(person, left.create(await creationOptionsOf(person)));
    const [{ id = "" } = {}] = await passkeysOf(person.id);
    for (const time of [1, 2]) {
      const reply = await at(remove, person).post("/cuenta/llaves/eliminar", { id });
      expect(await said(reply), String(time)).toMatchObject({
        status: 200,
        accepted: {
          rpId: "localhost",
          userId: left.userHandle,
          allAcceptedCredentialIds: [left.id],
        },
      });
    }
    expect((await told(person)).at(-1)).toEqual({ kind: "passkey-removed" });
    expect(await happened(person)).toEqual(
      ["passkey-added", "passkey-added", "passkey-removed"].map((event) => ({ event })),
    );
  });

  it("is nobody else's to rename or to remove", async () => {
    const [owner, other] = [await withPasskey(), await signedInPerson()];
    const [{ id = "" } = {}] = await passkeysOf(owner.id);
    for (const wrong of [id, "", "x", "'"]) {
      const named = await at(rename, other).post("/cuenta/llaves/nombrar", {
        id: wrong,
        name: "Otra",
      });
      expect(await said(named)).toMatchObject({
        status: 422,
        message: "Esa llave de acceso ya no está en tu cuenta.",
      });
      await at(remove, other).post("/cuenta/llaves/eliminar", { id: wrong });
    }
    expect(await passkeysOf(owner.id)).toMatchObject([{ name: "Llave de acceso" }]);
  });
});

describe("a proof by passkey", () => {
  it("is a fresh one", async () => {
    const person = await withPasskey();
    await database.sql(`update "Session" set "provedAt" = 'epoch' where "userId" = $1`, [
      person.id,
    ]);
    const { options, reply } = await proof(person);
    expect(options).toMatchObject({
      rpId: "localhost",
      userVerification: "required",
      allowCredentials: [{ id: person.authenticator.id, type: "public-key" }],
    });
    expect(reply).toMatchObject({
      status: 200,
      url: expect.stringMatching(/\/cuenta\/llaves$/),
    });
    expect(await person.user()).toMatchObject({ session: { reauthenticated: true } });
  });

  it("of an authenticator that keeps no handle is believed, since the user is known", async () => {
    const { reply } = await proof(await withPasskey(), { userHandle: undefined });
    expect(reply.status).toBe(200);
  });

  it("by somebody else's passkey, without verification, or once more, is none", async () => {
    const person = await withPasskey();
    const stale = () =>
      database.sql(`update "Session" set "provedAt" = 'epoch' where "userId" = $1`, [person.id]);
    const { fields } = await proof(person);
    await stale();
    const { authenticator } = await withPasskey();
    const replies = [
      await said(await at(prove, person).post(PROVE, fields)),
      (await proof({ ...person, authenticator })).reply,
      (await proof(person, { flags: FLAGS.up })).reply,
      (await proof(person, { origin: "https://evil.com" })).reply,
      await said(await at(prove, person).post(PROVE)),
    ];
    for (const reply of replies)
      expect(reply).toMatchObject({
        status: 401,
        error: "PasskeyRefused",
        message: expect.stringMatching(/llave de acceso/),
      });
    expect(await person.user()).toMatchObject({ session: { reauthenticated: false } });
  });
});

it("managers are told where passkeys are added and seen", async () => {
  const page = "http://localhost:3000/cuenta/llaves";
  expect(await endpoints().json()).toEqual({ enroll: page, manage: page });
});
