import { post } from "../inbox/inbox";
import { Visitor } from "./visitor";

/** An account at the local Google. */
export type GoogleAccount = {
  sub?: string;
  email: string;
  name?: string;
  email_verified?: boolean | string;
  hd?: string | null;
  password?: string;
};

/** What the local Google can be told to do wrong. */
export type GoogleFault = {
  mode: "none" | "down" | "hang" | "slow" | "denied" | "wrong-nonce" | "token-error";
  claims?: Record<string, unknown>;
};

/** The local Google, as a program sees it. */
export class Google {
  /** @param origin its issuer's origin */
  constructor(readonly origin: string) {}

  /** Adds an account, or changes the one with that `sub`. */
  async add(account: GoogleAccount): Promise<GoogleAccount & { sub: string }> {
    return (await post(`${this.origin}/api/accounts`, account)) as GoogleAccount & { sub: string };
  }

  /** Every account there is. */
  async accounts(): Promise<(GoogleAccount & { sub: string })[]> {
    return (await fetch(`${this.origin}/api/accounts`)).json();
  }

  /** Takes the account with that `sub` away. */
  async remove(sub: string): Promise<void> {
    await fetch(`${this.origin}/api/accounts?${new URLSearchParams({ sub })}`, {
      method: "DELETE",
    });
  }

  /**
   * Goes there as a browser would, and chooses an account.
   * @param url where the app leads to
   * @returns where it leads back to, as a path of the app
   */
  async choose(url: string, sub: string): Promise<string> {
    const visitor = new Visitor(this.origin);
    const chooser = (await visitor.fetch(url)).headers.get("location") ?? "";
    const back = await visitor.send(new URL(chooser, this.origin), { sub });
    if (back instanceof Response) throw new Error(`stayed at Google with ${back.status}`);
    return back.pathname + back.search;
  }

  /** Makes it fail that way, until told otherwise. */
  async fault(fault: GoogleFault): Promise<void> {
    await post(`${this.origin}/api/fault`, fault);
  }
}
