import { expect } from "@playwright/test";
import { Program } from "../program";
import { buttonOf, NotBegun, type Owner, type Scene } from "./scene";

type WithSecondStep = Owner & { secondStep: { recoveryCodes: readonly string[] } | null };

/** Has what is not theirs: a mail that was forwarded, a cookie that was copied. */
export class Thief {
  readonly expects = {
    forwardedMail: "in another browser a link opens nothing before it said whose account it is",
    code: "the code of a mail is worth nothing in another browser",
    cookieOfSignedOut: "a copied session cookie is worth nothing once its owner signed out",
    cookieOfAllSignedOut:
      "a copied session cookie is worth nothing once its owner signed out everywhere",
    cookieOfOldPassword:
      "a copied session cookie is worth nothing once its owner changed the password",
    cookieOfAsked:
      "the copied cookie of who asked for a link opens nothing, also with the code of a used mail",
    cookieOfPending:
      "the copied cookie of a passed first factor is no session, and ends when its owner passes the second",
  } as const;

  constructor(private readonly scene: Scene) {}

  /** Opens a mail that its owner forwarded. */
  async forwardedMail(owner: Owner): Promise<void> {
    const { scene, expects } = this;
    const { link } = await scene.asksForLink(await scene.program(), owner);
    const stranger = await scene.browse();
    const page = await stranger.newPage();
    await page.goto(link, { waitUntil: "networkidle" });
    expect(await Program.in(stranger).address(), expects.forwardedMail).toBeNull();
    await expect(page.getByText(owner.email).first(), expects.forwardedMail).toBeVisible();
    await expect(buttonOf(page, link), expects.forwardedMail).toBeVisible();
  }

  /** Types the code of a forwarded mail. */
  async code(owner: Owner): Promise<void> {
    const { scene, expects } = this;
    const asking = await scene.program();
    const code = codeIn(await scene.asksForLink(asking, owner));
    const stranger = await scene.program();
    await stranger.auth("callback/email", { code });
    expect(await stranger.address(), expects.code).toBeNull();
    await asking.auth("callback/email", { code });
    expect(await asking.address(), "it is worth something where it was asked for").toBe(
      owner.email,
    );
  }

  /** Has a copy of every cookie of a signed-in owner, who then signs out. */
  async cookieOfSignedOut(owner: Owner): Promise<void> {
    await this.#copied(owner, this.expects.cookieOfSignedOut, (browser) => browser.auth("signout"));
  }

  /** The same, and the owner ends every session. */
  async cookieOfAllSignedOut(owner: Owner): Promise<void> {
    await this.#copied(owner, this.expects.cookieOfAllSignedOut, (browser) =>
      browser.postOwn("/cuenta/sesiones/cerrar-todas"),
    );
  }

  /** The same, and the owner chooses another password elsewhere; it is put back afterwards. */
  async cookieOfOldPassword(owner: Owner): Promise<void> {
    const elsewhere = await this.scene.signedIn(owner);
    const choose = async (password: string) => {
      const answer = await elsewhere.postOwn("/cuenta/contrasena/guardar", { password });
      if (!answer.ok()) throw new NotBegun(`no other password: ${answer.status()}`);
    };
    await this.#copied(owner, this.expects.cookieOfOldPassword, () =>
      choose(`${owner.password} y nueva`),
    );
    await choose(owner.password ?? "");
  }

  /** Has the cookies of a browser that asked for a link, and later the mail too. */
  async cookieOfAsked(owner: Owner): Promise<void> {
    const { scene, expects } = this;
    const asking = await scene.program();
    const mail = await scene.asksForLink(asking, owner);
    const thief = await this.#copy(asking);
    await thief.context.get("/login/correo/enviado");
    expect(await thief.address(), expects.cookieOfAsked).toBeNull();
    await asking.post("/api/auth/callback/email", { token: mail.token });
    if ((await asking.address()) !== owner.email) throw new NotBegun("the owner did not get in");
    await thief.post("/api/auth/callback/email", { code: codeIn(mail) });
    await thief.post("/api/auth/callback/email", { token: mail.token });
    expect(await thief.address(), expects.cookieOfAsked).toBeNull();
  }

  /** Has the cookies of an owner between the two steps, and recovery codes of theirs too once they are in. */
  async cookieOfPending(owner: WithSecondStep): Promise<void> {
    const { scene, expects } = this;
    const { email, password, secondStep } = owner;
    const [own, stolen] = secondStep?.recoveryCodes ?? [];
    if (!password || !own || !stolen) throw new NotBegun(`${email} needs a password and two steps`);
    const browser = await scene.program();
    await browser.auth("callback/credentials", { email, password });
    const thief = await this.#copy(browser);
    expect(await thief.address(), expects.cookieOfPending).toBeNull();
    await browser.auth("callback/second-step", { recoveryCode: own });
    if ((await browser.address()) !== email) throw new NotBegun("the owner did not pass");
    await thief.auth("callback/second-step", { recoveryCode: stolen });
    expect(await thief.address(), expects.cookieOfPending).toBeNull();
  }

  async #copied(owner: Owner, expected: string, ending: (of: Program) => Promise<unknown>) {
    const browser = await this.scene.signedIn(owner);
    const thief = await this.#copy(browser);
    if ((await thief.address()) !== owner.email) throw new NotBegun("the copy is worth nothing");
    await ending(browser);
    expect(await thief.address(), expected).toBeNull();
  }

  async #copy(browser: Program): Promise<Program> {
    return this.scene.program(undefined, await browser.context.storageState());
  }
}

function codeIn({ text }: { text: string }): string {
  const code = /\b\d{3} ?\d{3}\b/.exec(text)?.[0].replace(" ", "");
  if (code === undefined) throw new NotBegun("the mail holds no code");
  return code;
}
