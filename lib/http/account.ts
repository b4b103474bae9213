import { recordActivity } from "../activity/record";
import { transact } from "../database/transaction";
import { unlinkGoogle } from "../google/methods";
import { words } from "../messages/words";
import { changePassword } from "../password/change";
import { signInByPassword } from "../password/sign-in";
import { endSessionById, endSessionsOf } from "../session/end";
import { holdPerson } from "../session/lock-user";
import { proveSession } from "../session/reauthentication";
import { removeProvedAccount, rename } from "../user/profile";
import { clearCookie } from "./cookies";
import { nameField, passwordField, passwordSentence, wrongFields } from "./fields";
import { confirmingPage, forOwner, forProvedOwner, proofRequired } from "./for-user";
import { entered } from "./signed-in";

const ACCOUNT = "/cuenta";
const PASSWORD = "/cuenta/contrasena";
const REMOVING = "/cuenta/eliminar";

/** POST /cuenta/perfil/guardar */
export const saveName = forOwner(ACCOUNT, async (visit, person) => {
  const name = nameField(visit);
  if (!name.ok) return wrongFields(ACCOUNT, { name });
  await rename(person, name.value, visit.requester);
  return { ok: true, url: ACCOUNT, notice: words.nameSaved };
});

/** POST /cuenta/sesiones/cerrar: one open session, by its id. */
export const closeSession = forOwner(ACCOUNT, async (visit, person) => {
  const id = (visit.form.get("session") ?? "").toLowerCase(); // a UUID is read in any case (RFC 9562 §4)
  const { address, id: userId } = person;
  const { requester } = visit;
  await transact(async (transaction) => {
    await holdPerson(userId, transaction);
    if (await endSessionById(userId, id, transaction))
      await recordActivity({ event: "session-ended", address, userId, requester }, transaction);
  });
  if (id === person.session.id)
    return {
      ok: true,
      url: "/login",
      notice: words.signedOut,
      cookies: [clearCookie("session")],
    };
  return { ok: true, url: ACCOUNT, notice: words.sessionClosed };
});

/** POST /cuenta/sesiones/cerrar-todas: every open session, this one too, at once: who was robbed is in a hurry. */
export const closeAllSessions = forOwner(ACCOUNT, async (visit, person) => {
  const { address, id: userId } = person;
  const { requester } = visit;
  await transact(async (transaction) => {
    await endSessionsOf(userId, transaction);
    await recordActivity({ event: "sessions-ended", address, userId, requester }, transaction);
  });
  const cookies = [clearCookie("session")];
  return { ok: true, url: "/login", notice: words.allSessionsClosed, cookies };
});

/** POST /cuenta/contrasena/guardar: another password, or the first. */
export const saveOwnPassword = forProvedOwner(PASSWORD, async (visit, person) => {
  const password = passwordField(visit);
  if (!password.ok) return wrongFields(PASSWORD, { password });
  const changed = await changePassword(person, password.value, visit.requester);
  if (changed.ok) return entered(visit, changed.session, ACCOUNT, words.passwordSaved);
  if (changed.refusal === "unproved") return proofRequired(PASSWORD);
  const sentence = passwordSentence(changed.why);
  return wrongFields(PASSWORD, { password: { ok: false, sentence } });
});

/** POST /cuenta/metodos/google/desvincular */
export const unlinkOwnGoogle = forProvedOwner(ACCOUNT, async (visit, person) => {
  const unlinked = await unlinkGoogle(person, visit.requester);
  if (unlinked === "unproved") return proofRequired(ACCOUNT);
  return { ok: true, url: ACCOUNT, notice: words.googleUnlinked };
});

/** POST /cuenta/eliminar/confirmar */
export const removeOwnAccount = forProvedOwner(REMOVING, async (visit, person) => {
  const removed = await removeProvedAccount(person, visit.requester);
  if (removed === "unproved") return proofRequired(REMOVING);
  const cookies = [clearCookie("session")];
  return { ok: true, url: "/login", notice: words.accountRemoved, cookies };
});

/** POST /cuenta/confirmar/contrasena: a proof by the password. */
export const confirmByPassword = forOwner(ACCOUNT, async (visit, person) => {
  const page = confirmingPage(visit.callbackUrl ?? ACCOUNT);
  const password = passwordField(visit);
  if (!password.ok) return wrongFields(page, { password });
  const tried = await signInByPassword(person.address, password.value, visit.requester);
  if (!tried.ok && tried.refusal === "slowed") {
    const notice = words.slowed(tried.seconds);
    const refused = { ok: false, status: 429, error: "Throttled", url: page, notice } as const;
    return { ...refused, retryAfter: tried.seconds };
  }
  if (!tried.ok) {
    const fields = { password: words.passwordWrong };
    return { ok: false, status: 401, error: "CredentialsSignin", url: page, fields };
  }
  await proveSession(person.session.id);
  return { ok: true, url: visit.callbackUrl ?? ACCOUNT };
});
