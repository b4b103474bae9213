import { createHash, randomUUID } from "node:crypto";
import { CLIENT } from "../../local/google/client";
import { Cookies } from "../cookies";

/** A browser without a screen, and the app behind it: drives the local Google over HTTP, for tests. */
export class Visitor {
  readonly nonce = randomUUID();
  readonly #verifier = `${randomUUID()}${randomUUID()}`;
  readonly #cookies = new Cookies();

  constructor(
    private readonly issuer: string,
    private readonly redirectUri = "http://localhost:4321/api/auth/callback/google",
  ) {}

  /** What an authorization is asked with; undefined takes a parameter away. */
  query(more: Record<string, string | undefined> = {}): URLSearchParams {
    return given({
      client_id: CLIENT.id,
      response_type: "code",
      scope: "openid email profile",
      redirect_uri: this.redirectUri,
      state: "a-state",
      nonce: this.nonce,
      code_challenge: createHash("sha256").update(this.#verifier).digest("base64url"),
      code_challenge_method: "S256",
      ...more,
    });
  }

  /** Asks for an authorization; answers with where that leads, or with the status of the refusal. */
  async authorize(more: Record<string, string> = {}): Promise<URL | number> {
    const response = await this.fetch(`${this.issuer}/auth?${this.query(more)}`);
    const location = response.headers.get("location");
    return location ? new URL(location, this.issuer) : response.status;
  }

  /** Goes to a page of the chooser, as far as an authorization led. */
  async open(more: Record<string, string> = {}): Promise<URL> {
    const chooser = await this.authorize(more);
    if (!(chooser instanceof URL)) throw new Error(`authorization refused with ${chooser}`);
    return chooser;
  }

  /** Sends a form of the chooser; follows to the app's address, or answers with the page. */
  async send(form: URL | string, fields: Record<string, string>): Promise<URL | Response> {
    let response = await this.fetch(String(form), {
      method: "POST",
      body: new URLSearchParams(fields),
    });
    for (;;) {
      const location = response.headers.get("location");
      if (!location) return response;
      const next = new URL(location, this.issuer);
      if (next.origin !== this.issuer) return next;
      response = await this.fetch(next.href);
    }
  }

  /** The whole way to the app's address with the account of that `sub`. */
  async choose(sub: string, more: Record<string, string> = {}): Promise<URL> {
    const back = await this.send(await this.open(more), { sub });
    if (back instanceof Response) throw new Error(`stayed with ${back.status}`);
    return back;
  }

  /** What the app does next: trades the code for tokens. */
  async trade(
    back: URL,
    more: Record<string, string | undefined> = {},
    headers = { authorization: `Basic ${btoa(`${CLIENT.id}:${CLIENT.secret}`)}` },
  ): Promise<Response> {
    const body = given({
      grant_type: "authorization_code",
      code: back.searchParams.get("code") ?? "",
      redirect_uri: this.redirectUri,
      code_verifier: this.#verifier,
      ...more,
    });
    return fetch(`${this.issuer}/token`, { method: "POST", headers, body });
  }

  async fetch(url: string, init: RequestInit = {}): Promise<Response> {
    const headers = { cookie: this.#cookies.header };
    const response = await fetch(url, { ...init, redirect: "manual", headers });
    this.#cookies.keep(response);
    return response;
  }
}

function given(parameters: Record<string, string | undefined>): URLSearchParams {
  const named = Object.entries(parameters).filter(
    (one): one is [string, string] => one[1] !== undefined,
  );
  return new URLSearchParams(named);
}
