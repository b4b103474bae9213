import { randomInt } from "node:crypto";
import * as z from "zod";

/** The password of every demo account at the local Google. */
export const GOOGLE_PASSWORD = "google-de-demo";

export type GoogleAccount = {
  sub: string;
  email: string;
  name: string;
  email_verified: boolean | string;
  /** The Workspace domain that manages the account, where there is one. */
  hd?: string;
  password: string;
};

/** What `POST /api/accounts` takes: a null removes what it names. */
export const AccountChange = z.object({
  sub: z.string().trim().min(1).max(255).optional(),
  email: z.string().trim().min(3).max(320).includes("@"),
  name: z.string().trim().min(1).max(200).optional(),
  email_verified: z.union([z.boolean(), z.string()]).optional(),
  hd: z.string().trim().min(1).max(255).nullish(),
  password: z.string().min(1).max(200).optional(),
});
export type AccountChange = z.infer<typeof AccountChange>;

/** The `sub` by which the seeded person ana@gmail.com is known. */
export const ANA_SUB = "100000000000000000001";

const DEMO: GoogleAccount[] = [
  { sub: ANA_SUB, email: "ana@gmail.com", name: "Ana Torres" },
  { sub: "100000000000000000002", email: "demo@ejemplo.com", name: "Demo Ejemplo" },
  { sub: "100000000000000000003", email: "nueva@gmail.com", name: "Nueva Cuenta" },
].map((account) => ({ ...account, email_verified: true, password: GOOGLE_PASSWORD }));

/** The accounts that the local Google knows. */
export class Accounts {
  #bySub = new Map(DEMO.map((account) => [account.sub, account]));

  all(): GoogleAccount[] {
    return [...this.#bySub.values()];
  }

  find(sub: string): GoogleAccount | undefined {
    return this.#bySub.get(sub);
  }

  /** The account whose address and password these are. */
  enter(email: string, password: string): GoogleAccount | undefined {
    const address = email.trim().toLowerCase();
    return this.all().find(
      (account) => account.email.toLowerCase() === address && account.password === password,
    );
  }

  /** @returns whether there was one */
  remove(sub: string): boolean {
    return this.#bySub.delete(sub);
  }

  /** Adds an account, or changes the one with that `sub`: what is not named stays. */
  put(change: AccountChange): GoogleAccount {
    const sub = change.sub ?? newSub();
    const former = this.#bySub.get(sub);
    const account: GoogleAccount = {
      sub,
      email: change.email,
      name: change.name ?? former?.name ?? change.email.split("@")[0] ?? change.email,
      email_verified: change.email_verified ?? former?.email_verified ?? true,
      password: change.password ?? former?.password ?? GOOGLE_PASSWORD,
    };
    const hd = change.hd === undefined ? former?.hd : change.hd;
    if (hd) account.hd = hd;
    this.#bySub.set(sub, account);
    return account;
  }
}

// Google's are decimal numbers of 21 digits.
function newSub(): string {
  return `1${Array.from({ length: 20 }, () => randomInt(10)).join("")}`;
}
