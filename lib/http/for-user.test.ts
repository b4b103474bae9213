import { expect, it } from "vitest";
import { database } from "@/e2e/support/unit";
import { Caller, type Handler, PROGRAM } from "@/e2e/support/unit/caller";
import { BY_MAIL, OWN } from "@/e2e/support/unit/endpoints";
import { withPassword } from "@/e2e/support/unit/passwords";
import { stranger } from "@/e2e/support/unit/people";
import { CATALOGUES } from "../messages/messages";
import { startSession } from "../session/start";
import { cookieName } from "./cookies";

// The account's language comes before the browser's, in the whole of a reply.

const { en, "pt-BR": pt } = CATALOGUES;

it("a signed-in user is answered in the account's language, in every sentence and the header", async () => {
  const user = await withPassword();
  const { token } = await startSession(user, "password", stranger());
  await database.sql(`update "User" set language = 'pt-BR' where id = '${user.id}'`);
  const told = async (POST: Handler, form: Record<string, string> = {}, as = user.id) => {
    const caller = new Caller(POST, { ...PROGRAM, "accept-language": "en" }, { person: as });
    caller.cookies.set(cookieName("session"), token);
    const response = await caller.post("/cuenta", form);
    const { message } = await response.json();
    return [message, response.headers.get("content-language")];
  };

  const rename = OWN["/cuenta/perfil/guardar"].POST;
  expect(await told(rename, { name: "" })).toEqual(["Digite seu nome", "pt-BR"]);
  expect(await told(rename, {}, "another")).toEqual([pt.replies.otherPerson.text, "pt-BR"]);
  const undo = BY_MAIL["/cuenta/correo/deshacer/guardar"].POST;
  expect(await told(undo, {}, "another")).toEqual([pt.replies.otherPerson.text, "pt-BR"]);
  await database.age("10 minutes");
  const download = OWN["/cuenta/datos"].POST;
  expect(await told(download)).toEqual([pt.errors.ProofRequired.text, "pt-BR"]);
  expect(pt.errors.ProofRequired.text).not.toBe(en.errors.ProofRequired.text);
});
