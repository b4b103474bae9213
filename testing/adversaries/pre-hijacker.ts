import { type BrowserContext, expect } from "@playwright/test";
import type { Google, GoogleAccount } from "../google/google";
import { Program } from "../program";
import { NotBegun, type Owner, type Scene } from "./scene";

const THEIRS = "la llave de quien espera 1";
const OWN = "una clave que eligió su dueña";

type Hands = {
  google: Pick<Google, "add">;
  clock: { pass(interval: string): Promise<void> };
  /** an address that nobody has used */
  fresh: (domain?: string) => string;
};

/**
 * Prepares an account for an address whose owner has none yet. The five attacks of Sudhodanan and Paverd, "Pre-hijacked
 * accounts" (USENIX Security 2022), by their names there.
 */
export class PreHijacker {
  readonly expects = {
    classicFederatedMerge: "a password prepared for an address never meets its owner's Google",
    unexpiredSession: "no session exists before the address is proved, and a reset ends all",
    trojanIdentifier: "a stranger's Google never becomes a way in by the owner's click",
    lateVerification: "a verification that comes late changes nothing in the owner's account",
    unexpiredEmailChange:
      "a change of address that waits does not outlive a reset, and gives nobody the account",
    nonVerifyingProvider: "an address that Google does not answer for opens nobody's account",
  } as const;

  constructor(
    private readonly scene: Scene,
    private readonly hands: Hands,
  ) {}

  /** A password waits for whoever comes by Google. */
  async classicFederatedMerge(): Promise<void> {
    const { scene, expects } = this;
    const email = this.hands.fresh("gmail.com");
    await this.hands.google.add({ email, name: "Dueña", email_verified: true });
    const [, token] = await this.#prepares(email);
    const own = await scene.browse();
    await this.#byGoogle(own, email);
    expect(await Program.in(own).address(), "the owner is in").toBe(email);
    expect(await this.#opens(email, THEIRS), expects.classicFederatedMerge).toBe(false);
    // the mail of the attacker's registration is the owner's: her click adds nothing of theirs
    await this.#confirms(await scene.program(), token, email);
    expect(await this.#opens(email, THEIRS), expects.classicFederatedMerge).toBe(false);
  }

  /** The browser that registered waits until somebody proves the address. */
  async unexpiredSession(): Promise<void> {
    const { scene, expects } = this;
    const email = this.hands.fresh();
    const [attacker, token] = await this.#prepares(email);
    expect(await attacker.address(), expects.unexpiredSession).toBeNull();
    const owner = await scene.program();
    await this.#confirms(owner, token, email);
    expect(await attacker.address(), expects.unexpiredSession).toBeNull();
    expect(await this.#opens(email, THEIRS), expects.unexpiredSession).toBe(false);
    const fresh = await this.#resets(email, OWN);
    expect(await owner.address(), expects.unexpiredSession).toBeNull();
    expect(await fresh.address(), "the owner is in").toBe(email);
  }

  /** A Google account of theirs says that it is at that address. @returns where it leads them: before the owner's click, and after */
  async trojanIdentifier(): Promise<string[]> {
    const { scene, expects } = this;
    const email = this.hands.fresh();
    await this.hands.google.add({ email, name: "Atacante", email_verified: false });
    const attacker = await scene.browse();
    const known = await scene.links(email);
    const before = await this.#byGoogle(attacker, email);
    expect(await Program.in(attacker).address(), expects.trojanIdentifier).toBeNull();
    const { token } = await scene.linkAfter(email, known);
    await this.#confirms(await scene.program(), token, email);
    const after = await this.#byGoogle(attacker, email);
    expect(await Program.in(attacker).address(), expects.trojanIdentifier).toBeNull();
    return [before, after];
  }

  /** Their registration is confirmed only when the owner has an account. */
  async lateVerification(): Promise<void> {
    const { scene, expects } = this;
    const email = this.hands.fresh();
    const [, late] = await this.#prepares(email);
    await this.hands.clock.pass("61 seconds");
    const owner = await scene.program();
    const known = await scene.links(email);
    await owner.done("/registro/crear", { name: "Dueña", email, password: OWN });
    await this.#confirms(owner, (await scene.linkAfter(email, known)).token, email);
    const confirming = await scene.program();
    await confirming.done("/registro/verificar/confirmar", { token: late, password: THEIRS });
    expect(await confirming.address(), "it signs in as a link would").toBe(email);
    expect(await this.#opens(email, THEIRS), expects.lateVerification).toBe(false);
    expect(await this.#opens(email, OWN), expects.lateVerification).toBe(true);
  }

  /** Knew the owner's password once, and leaves a change to an address of theirs waiting. @returns the owner's new password */
  async unexpiredEmailChange(owner: Owner): Promise<string> {
    const { scene, expects } = this;
    const attacker = await scene.signedIn(owner);
    const theirs = this.hands.fresh();
    const asked = await attacker.postOwn("/cuenta/correo/enviar", { email: theirs });
    if (!asked.ok()) throw new NotBegun(`no change was asked for: ${asked.status()}`);
    const { token } = await scene.linkAfter(theirs);
    const password = `${owner.password} y nueva`;
    const own = await this.#resets(owner.email, password);
    const confirmed = await attacker.post("/cuenta/correo/confirmar/guardar", { token });
    const { error } = await confirmed.json();
    expect([confirmed.status(), error], expects.unexpiredEmailChange).toEqual([401, "LinkEnded"]);
    expect(await own.address(), expects.unexpiredEmailChange).toBe(owner.email);
    expect(await attacker.address(), expects.unexpiredEmailChange).toBeNull();
    return password;
  }

  /** Comes by a Google that says the owner's address, and is not the authority on it. @returns where that leads, each time */
  async nonVerifyingProvider({ email }: Owner): Promise<string[]> {
    const { scene, expects } = this;
    const led: string[] = [];
    const claims: Partial<GoogleAccount>[] = [
      { email_verified: true },
      { email_verified: "true", hd: new URL(`mail://${email}`).hostname },
    ];
    for (const [index, claim] of claims.entries()) {
      await this.hands.google.add({
        sub: `fake-${index}-${email}`,
        email,
        name: "Atacante",
        ...claim,
      });
      const attacker = await scene.browse();
      led.push(await this.#byGoogle(attacker, email));
      expect(await Program.in(attacker).address(), expects.nonVerifyingProvider).toBeNull();
    }
    return led;
  }

  /** @returns the attacker's browser, and the token of the mail that the owner got */
  async #prepares(email: string): Promise<readonly [Program, string]> {
    const attacker = await this.scene.program();
    await attacker.done("/registro/crear", { name: "Atacante", email, password: THEIRS });
    return [attacker, (await this.scene.linkAfter(email)).token];
  }

  async #confirms(owner: Program, token: string, email: string): Promise<void> {
    await owner.done("/registro/verificar/confirmar", { token });
    if ((await owner.address()) !== email) throw new NotBegun(`${email} has no account`);
  }

  /** @returns the browser in which the password was chosen */
  async #resets(email: string, password: string): Promise<Program> {
    const known = await this.scene.links(email);
    const owner = await this.scene.program();
    await owner.done("/recuperar/enviar", { email });
    const { token } = await this.scene.linkAfter(email, known);
    await owner.done("/recuperar/nueva/guardar", { token, password });
    return owner;
  }

  async #opens(email: string, password: string): Promise<boolean> {
    const program = await this.scene.program();
    return (await program.auth("callback/credentials", { email, password })).ok();
  }

  /** Chooses the account of that address at the local Google. @returns where that leads, as an address of the app */
  async #byGoogle(context: BrowserContext, email: string): Promise<string> {
    const page = await context.newPage();
    await page.goto("/login");
    await page.locator('form[action$="/api/auth/signin/google"] [type=submit]').click();
    await page.getByRole("button", { name: email }).last().click();
    await page.waitForURL((url) => url.origin === new URL(this.scene.place.app).origin);
    await page.waitForLoadState("networkidle");
    const { pathname, search } = new URL(page.url());
    return pathname + search;
  }
}
