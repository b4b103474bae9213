import { describe, expect, it } from "vitest";
import { database } from "@/e2e/support/unit";
import { led, noticeAt, said } from "@/e2e/support/unit/auth";
import { Caller, PROGRAM } from "@/e2e/support/unit/caller";
import { newPerson, stranger } from "@/e2e/support/unit/people";
import { recordActivity } from "@/lib/activity/record";
import { cookieName } from "@/lib/http/cookies";
import { startSession } from "@/lib/session/start";
import { POST } from "./route";

const HOSTILE = `<img src=x onerror="alert(1)">'&`;

/** A signed-in user whose name is an attack. */
async function owner(headers: Record<string, string> = {}) {
  const person = await newPerson({ name: HOSTILE });
  const client = stranger({ subnet: "190.24.10.0/24", device: "<b>Firefox</b>" });
  const { token } = await startSession(person, "email", client);
  const caller = new Caller(POST, headers, { person: person.id });
  caller.cookies.set(cookieName("session"), token);
  return { ...person, client, caller };
}

describe("one's own data as a page to read", () => {
  it("hold what the JSON holds, escaped, and need nothing else", async () => {
    const { address, client, caller } = await owner();
    await recordActivity({ event: "password-refused", address, client });
    await database.sql(
      `insert into "Passkey" ("userId", "credentialId", "publicKey", counter, aaguid, "backedUp", name)
       select id, id::text, 'the key', 1, 'ea9b8d66-4d01-1d21-3ce4-b6b48cb575d4', true, 'Mi <b>portátil' from "User"
       where email = $1`,
      [address],
    );
    const response = await caller.post("/cuenta/datos", { format: "html" });
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(response.headers.get("content-disposition")).toMatch(
      /^attachment; filename=".*\.html"$/,
    );
    const html = await response.text();
    for (const part of [
      address,
      "&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&#39;&amp;",
      "&lt;b&gt;Firefox&lt;/b&gt;",
      "Cerca de la IP 190.24.10.x",
      "Ingresaste con link mágico",
      "Rechazamos una contraseña",
      "Mi &lt;b&gt;portátil",
      "Google Password Manager",
      "También en otros dispositivos",
      "Descargaste tus datos",
      '<html lang="es">',
    ])
      expect(html).toContain(part);
    expect(html).not.toContain("the key");
    expect(html).not.toMatch(/<(img|b|script|link|a|iframe)\b|url\(|undefined|\[object/);
  });

  it("are still the wish after a proof", async () => {
    const { caller } = await owner();
    await database.age("11 minutes");
    const [, location] = led(await caller.post("/cuenta/datos", { format: "html" }));
    expect(decodeURIComponent(String(location))).toBe(
      "/cuenta/confirmar?callbackUrl=/cuenta?formato=html#datos",
    );
  });
});

it("a format that there is not is refused with a sentence, and nothing is written", async () => {
  const sentence = "Elige uno de los formatos de la lista.";
  const program = await owner(PROGRAM);
  const answer = await said(await program.caller.post("/cuenta/datos", { format: "pdf" }));
  expect(answer).toMatchObject({ status: 422, error: "WrongField", message: sentence });
  const person = await owner();
  expect(led(await person.caller.post("/cuenta/datos", { format: "" }))).toEqual([303, "/cuenta"]);
  expect(await noticeAt("/cuenta", person.caller)).toMatchObject({ text: sentence });
  const written = await database.sql(
    `select from "Activity" where event = 'data-downloaded' and address in ($1, $2)`,
    [program.address, person.address],
  );
  expect(written).toEqual([]);
});
