import { recordActivity } from "../activity/record";
import type { ClientInfo } from "../client-info";
import { limits } from "../config/limits";
import type { Email } from "../email";
import { notify } from "../notice/notify";
import { countAttempt, forgiveAttempts, uncountAttempt } from "../rate-limit/attempts";
import { findUserByEmail, type User } from "../user/find";
import type { PasswordScheme } from "./digest";
import { hashPassword, isCut, isOutdated, type StoredPassword, verifyPassword } from "./hash";
import { HashQueueFull } from "./queue";
import { setPassword } from "./replace";
import { HashThreadLost } from "./threads";

export type PasswordSignIn =
  | { ok: true; user: User }
  | { ok: false; refusal: "wrong" }
  | { ok: false; refusal: "backoff"; seconds: number };

/** Counted as wrong before it is hashed, a right one taken back (OWASP ASVS 6.3.1, 6.3.8). @throws HashQueueFull */
export async function signInByPassword(
  address: Email,
  password: string,
  client: ClientInfo,
): Promise<PasswordSignIn> {
  const counted = await countAttempt(address, client.subnet);
  if (!counted.ok) return { ok: false, refusal: "backoff", seconds: counted.seconds };
  const user = await findUserByEmail(address);
  const right = await compare(password, user, client.subnet, () =>
    uncountAttempt(address, counted),
  );
  if (user && right) {
    await forgiveAttempts(address, counted);
    return { ok: true, user: await withRenewedHash(user, password, client.subnet) };
  }
  const event = counted.failures === limits.failuresBeforeOff ? "password-off" : "password-refused";
  await recordActivity({ event, address, userId: user?.id, client });
  if (user && event === "password-off") await notify("password-off", address, client);
  return { ok: false, refusal: "wrong" };
}

async function compare(
  password: string,
  user: User | null,
  subnet: string,
  giveBack: () => Promise<unknown>,
): Promise<boolean> {
  try {
    return await verifyPassword(password, user && storedPassword(user), subnet);
  } catch (fault) {
    // never compared: too many wait, or the thread was lost
    await giveBack();
    throw fault;
  }
}

/** Replaces an outdated hash; without a thread for it, next time: the password was right. */
async function withRenewedHash(user: User, password: string, subnet: string): Promise<User> {
  const stored = storedPassword(user);
  if (!stored || !isOutdated(stored) || isCut(password, stored)) return user;
  try {
    const { hash, scheme } = await hashPassword(password, subnet);
    await setPassword(user.id, { hash, scheme }, stored.hash);
    return { ...user, passwordHash: hash, passwordScheme: scheme };
  } catch (fault) {
    if (fault instanceof HashQueueFull || fault instanceof HashThreadLost) return user;
    throw fault;
  }
}

function storedPassword(user: User): StoredPassword | null {
  if (user.passwordHash === null) return null;
  const scheme: PasswordScheme = user.passwordScheme === "bcrypt" ? "bcrypt" : "bcrypt-hmac-v1";
  return { hash: user.passwordHash, scheme };
}
