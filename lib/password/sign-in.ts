import { recordActivity } from "../activity/record";
import type { Requester } from "../client-info";
import { limits } from "../config/limits";
import type { Address } from "../email";
import { notify } from "../notice/notify";
import { countTry, forgiveTries, uncountTry } from "../rate-limit/attempts";
import { countInRange, uncountInRange } from "../rate-limit/subnets";
import { type Account, accountAt } from "../user/find";
import {
  hashPassword,
  isCut,
  isOutdated,
  type PasswordScheme,
  type StoredPassword,
  verifyPassword,
} from "./hash";
import { HashQueueFull } from "./queue";
import { setPassword } from "./set";
import { HashThreadLost } from "./threads";

export type PasswordSignIn =
  | { ok: true; account: Account }
  | { ok: false; refusal: "wrong" }
  | { ok: false; refusal: "slowed"; seconds: number };

/**
 * Tries a password. Counted as wrong before it is hashed, the same for every address; a right one takes it back
 * (OWASP ASVS 6.3.1, 6.3.8).
 * @throws HashQueueFull when too many wait; then the try is not counted
 */
export async function signInByPassword(
  address: Address,
  password: string,
  requester: Requester,
): Promise<PasswordSignIn> {
  const range = await countInRange("try", requester.range);
  if (!range.ok) return { ok: false, refusal: "slowed", seconds: range.seconds };
  const counted = await countTry(address);
  if (!counted.ok) {
    await uncountInRange(range.hit);
    return { ok: false, refusal: "slowed", seconds: counted.seconds };
  }
  const account = await accountAt(address);
  const right = await compare(password, account, requester.range, () =>
    Promise.all([uncountTry(address), uncountInRange(range.hit)]),
  );
  if (account && right) {
    await forgiveTries(address, range.hit);
    return { ok: true, account: await withRenewedHash(account, password, requester.range) };
  }
  const event = counted.failures === limits.failuresBeforeOff ? "password-off" : "password-refused";
  await recordActivity({ event, address, userId: account?.id, requester });
  if (account && event === "password-off") await notify("password-off", address, requester);
  return { ok: false, refusal: "wrong" };
}

async function compare(
  password: string,
  account: Account | null,
  range: string,
  giveBack: () => Promise<unknown>,
): Promise<boolean> {
  try {
    return await verifyPassword(password, account && storedPassword(account), range);
  } catch (fault) {
    // it was never compared: too many wait, or the thread was lost
    await giveBack();
    throw fault;
  }
}

/**
 * A hash of another cost or scheme is replaced while the password is at hand; when there is no room for it or its thread
 * is lost, next time: the password was right.
 */
async function withRenewedHash(
  account: Account,
  password: string,
  range: string,
): Promise<Account> {
  const stored = storedPassword(account);
  if (!stored || !isOutdated(stored) || isCut(password, stored)) return account;
  try {
    const { hash, scheme } = await hashPassword(password, range);
    await setPassword(account.id, { hash, scheme }, stored.hash);
    return { ...account, passwordHash: hash, passwordScheme: scheme };
  } catch (fault) {
    if (fault instanceof HashQueueFull || fault instanceof HashThreadLost) return account;
    throw fault;
  }
}

function storedPassword(account: Account): StoredPassword | null {
  if (account.passwordHash === null) return null;
  const scheme: PasswordScheme = account.passwordScheme === "bcrypt" ? "bcrypt" : "bcrypt-hmac-v1";
  return { hash: account.passwordHash, scheme };
}
