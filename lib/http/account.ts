import { recordActivity } from "../activity/record";
import { transact } from "../database/transaction";
import { unlinkGoogle } from "../google/methods";
import { words } from "../messages/words";
import { changePassword } from "../password/change";
import { signInByPassword } from "../password/sign-in";
import { endSessionById, endSessionsOf } from "../session/end";
import { lockUser } from "../session/lock-user";
import { markReauthenticated } from "../session/reauthentication";
import { removeReauthenticatedUser, rename } from "../user/profile";
import { clearCookie } from "./cookies";
import { nameField, passwordField, passwordSentence, wrongFields } from "./fields";
import {
  forReauthenticatedUser,
  forUser,
  reauthenticationPage,
  reauthenticationRequired,
} from "./for-user";
import { signedInReply } from "./signed-in";

const ACCOUNT = "/cuenta";
const PASSWORD = "/cuenta/contrasena";
const REMOVING = "/cuenta/eliminar";

/** POST /cuenta/perfil/guardar */
export const saveName = forUser(ACCOUNT, async (context, user) => {
  const name = nameField(context);
  if (!name.ok) return wrongFields(ACCOUNT, { name });
  await rename(user, name.value, context.client);
  return { ok: true, url: ACCOUNT, notice: words.nameSaved };
});

/** POST /cuenta/sesiones/cerrar: one open session, by its id. */
export const closeSession = forUser(ACCOUNT, async (context, user) => {
  const id = (context.form.get("session") ?? "").toLowerCase(); // a UUID is read in any case (RFC 9562 §4)
  const { address, id: userId } = user;
  const { client } = context;
  await transact(async (transaction) => {
    await lockUser(userId, transaction);
    if (await endSessionById(userId, id, transaction))
      await recordActivity({ event: "session-ended", address, userId, client }, transaction);
  });
  if (id === user.session.id)
    return {
      ok: true,
      url: "/login",
      notice: words.signedOut,
      cookies: [clearCookie("session")],
    };
  return { ok: true, url: ACCOUNT, notice: words.sessionClosed };
});

/** POST /cuenta/sesiones/cerrar-todas: every open session, this one too, at once: who was robbed is in a hurry. */
export const closeAllSessions = forUser(ACCOUNT, async (context, user) => {
  const { address, id: userId } = user;
  const { client } = context;
  await transact(async (transaction) => {
    await endSessionsOf(userId, transaction);
    await recordActivity({ event: "sessions-ended", address, userId, client }, transaction);
  });
  const cookies = [clearCookie("session")];
  return { ok: true, url: "/login", notice: words.allSessionsClosed, cookies };
});

/** POST /cuenta/contrasena/guardar: another password, or the first. */
export const saveOwnPassword = forReauthenticatedUser(PASSWORD, async (context, user) => {
  const password = passwordField(context);
  if (!password.ok) return wrongFields(PASSWORD, { password });
  const changed = await changePassword(user, password.value, context.client);
  if (changed.ok) return signedInReply(context, changed.session, ACCOUNT, words.passwordSaved);
  if (changed.refusal === "unproved") return reauthenticationRequired(PASSWORD);
  const sentence = passwordSentence(changed.why);
  return wrongFields(PASSWORD, { password: { ok: false, sentence } });
});

/** POST /cuenta/metodos/google/desvincular */
export const unlinkOwnGoogle = forReauthenticatedUser(ACCOUNT, async (context, user) => {
  const unlinked = await unlinkGoogle(user, context.client);
  if (unlinked === "unproved") return reauthenticationRequired(ACCOUNT);
  return { ok: true, url: ACCOUNT, notice: words.googleUnlinked };
});

/** POST /cuenta/eliminar/confirmar */
export const removeOwnAccount = forReauthenticatedUser(REMOVING, async (context, user) => {
  const removed = await removeReauthenticatedUser(user, context.client);
  if (removed === "unproved") return reauthenticationRequired(REMOVING);
  const cookies = [clearCookie("session")];
  return { ok: true, url: "/login", notice: words.accountRemoved, cookies };
});

/** POST /cuenta/confirmar/contrasena: a proof by the password. */
export const confirmByPassword = forUser(ACCOUNT, async (context, user) => {
  const page = reauthenticationPage(context.callbackUrl ?? ACCOUNT);
  const password = passwordField(context);
  if (!password.ok) return wrongFields(page, { password });
  const tried = await signInByPassword(user.address, password.value, context.client);
  if (!tried.ok && tried.refusal === "slowed") {
    const notice = words.slowed(tried.seconds);
    const refused = { ok: false, status: 429, error: "Throttled", url: page, notice } as const;
    return { ...refused, retryAfter: tried.seconds };
  }
  if (!tried.ok) {
    const fields = { password: words.passwordWrong };
    return { ok: false, status: 401, error: "CredentialsSignin", url: page, fields };
  }
  await markReauthenticated(user.session.id);
  return { ok: true, url: context.callbackUrl ?? ACCOUNT };
});
