import { describe, expect, it } from "vitest";
import { database } from "@/e2e/support/unit";
import { AUTH, auth, led, said } from "@/e2e/support/unit/auth";
import { Caller, type Handler, PROGRAM } from "@/e2e/support/unit/caller";
import { OWN } from "@/e2e/support/unit/endpoints";
import { PASSWORD, withPassword } from "@/e2e/support/unit/passwords";
import { stranger } from "@/e2e/support/unit/people";
import { mint } from "@/e2e/support/unit/tokens";
import { cookieName } from "../http/cookies";
import { readFlash } from "../http/flash";
import { messages } from "../messages/messages";
import { newToken, sha256 } from "../secrets";
import { startSession } from "../session/start";
import { linkGoogle } from "../user/create";

const OF_USER: Record<string, { POST: Handler }> = OWN;
/** next-auth's own, which its client also asks without the field */
const OTHERS = [
  "signin/email",
  "signin/google",
  "callback/credentials",
  "callback/email",
  "signout",
];

type Shown = [string, (id: string) => [string, string][]];
const TO_ANOTHER: Shown[] = [
  ["another's id", (id) => [["person", id]]],
  ["a garbled one", () => [["person", "\u{202e}' or 1=1"]]],
  ["nothing in it", () => [["person", ""]]],
  [
    "two of them",
    (id) => [
      ["person", id],
      ["person", id],
    ],
  ],
];
const TO_NONE: Shown = ["none", () => []];

/** Ana and Luis, both with all that the doors act on; Luis is the one who is signed in. */
async function two() {
  const [ana, luis] = [await withPassword(), await withPassword()];
  await linkGoogle(luis.id, { sub: newToken(), address: "luis@gmail.com" });
  // one browser's: a notice that waits to be sent would be sent by the next request
  const client = stranger();
  const session = await startSession(luis, "password", client);
  const other = await startSession(luis, "email", client);
  const { token } = await mint(ana.address);
  const fields = [
    ["name", "Otra"],
    ["email", ana.address],
    ["password", PASSWORD],
    ["session", other.id],
    ["token", token],
  ] as [string, string][];
  return { ana, luis, session, fields };
}

const callerAt = (name: string, session: string, headers = {}) => {
  const caller = new Caller(OF_USER[name]?.POST ?? auth, headers);
  caller.cookies.set(cookieName("session"), session);
  return caller;
};

const post = (caller: Caller, name: string, fields: [string, string][]) =>
  caller.send(OF_USER[name] ? name : `${AUTH}/${name}`, {
    method: "POST",
    body: new URLSearchParams(fields),
  });

describe("a form that was shown to another person than the one who is signed in", () => {
  const cases = [
    ...Object.keys(OWN).flatMap((name) =>
      [...TO_ANOTHER, TO_NONE].map((shown) => [name, ...shown] as const),
    ),
    ...OTHERS.flatMap((name) => TO_ANOTHER.map((shown) => [name, ...shown] as const)),
  ];
  it.each(cases)(
    "changes and counts nothing, and leads to a fresh page: %s, %s",
    async (name, _, shown) => {
      const { ana, session, fields } = await two();
      const before = await database.rows();
      const sent = [...fields, ...shown(ana.id)];

      expect(await said(await post(callerAt(name, session.token, PROGRAM), name, sent))).toEqual({
        status: 409,
        error: "OtherPerson",
        message: messages().replies.otherPerson.text,
        url: "http://localhost:3000/cuenta",
      });
      const person = callerAt(name, session.token);
      expect(led(await post(person, name, sent))).toEqual([303, "/cuenta"]);
      const memory = await readFlash("/cuenta", (kind) => person.cookies.get(cookieName(kind)));
      expect(memory).toEqual({
        page: "/cuenta",
        session: sha256(session.token),
        values: {},
        fields: {},
        notice: messages().replies.otherPerson,
      });
      expect(await database.rows()).toEqual(before);
    },
  );

  it.each(Object.keys(OWN))("is refused before a fresh proof is asked for: %s", async (name) => {
    const { ana, session, fields } = await two();
    await database.age("11 minutes");
    const response = await post(callerAt(name, session.token, PROGRAM), name, [
      ...fields,
      ["person", ana.id],
    ]);
    expect(await said(response)).toMatchObject({ status: 409, error: "OtherPerson" });
  });

  it.each(Object.keys(OWN))(
    "asks a program, too, whose sentence its page then says: %s",
    async (name) => {
      const { ana, session, fields } = await two();
      const page = callerAt(name, session.token, PROGRAM);
      await post(page, name, [...fields, ["person", ana.id]]);
      const memory = await readFlash("/cuenta", (kind) => page.cookies.get(cookieName(kind)));
      expect(memory).toMatchObject({ values: {}, notice: messages().replies.otherPerson });
    },
  );
});

describe("a form of a signed-in person", () => {
  it.each(Object.keys(OWN))(
    "leads to /login where nobody is signed in any more: %s",
    async (name) => {
      const { ana, fields } = await two();
      const response = await post(callerAt(name, newToken(), PROGRAM), name, [
        ...fields,
        ["person", ana.id],
      ]);
      expect(await said(response)).toMatchObject({ status: 401, error: "SessionRequired" });
    },
  );

  it("of next-auth's works without saying for whom, and where nobody is signed in any more", async () => {
    const { ana, luis, session } = await two();
    expect(
      led(await post(callerAt("signout", newToken()), "signout", [["person", ana.id]])),
    ).toEqual([303, "/login"]);
    expect(led(await post(callerAt("signout", session.token), "signout", []))).toEqual([
      303,
      "/login",
    ]);
    const again = await startSession(luis, "password", stranger());
    const own = callerAt("signout", again.token);
    expect(led(await post(own, "signout", [["person", luis.id]]))).toEqual([303, "/login"]);
    expect(own.cookies.has(cookieName("session"))).toBe(false);
  });
});
