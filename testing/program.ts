import {
  type APIRequestContext,
  type APIResponse,
  type BrowserContext,
  request,
} from "@playwright/test";
import { isLoopback } from "@/lib/ip";

/** On this machine a proxy may stand before the app with a certificate of a test's own making; elsewhere who has none is a stranger. */
export const takesAnyCertificate = (app: string): boolean => isLoopback(new URL(app).hostname);

/** The cookies of a browser, as Playwright keeps them. */
export type StorageState = Awaited<ReturnType<APIRequestContext["storageState"]>>;

/** One program, with cookies of its own, that posts to doors and reads JSON. */
export class Program {
  #csrfToken: string | undefined;

  private constructor(readonly context: APIRequestContext) {}

  /** What speaks for a browser that is there already, with its cookies. @param context of that browser, which knows the app as its base */
  static in({ request }: BrowserContext): Program {
    return new Program(request);
  }

  /**
   * @param app origin of a process
   * @param storageState the cookies that it begins with
   */
  static async at(
    app: string,
    headers: Record<string, string> = {},
    storageState?: StorageState,
  ): Promise<Program> {
    const extraHTTPHeaders = {
      accept: "application/json",
      "sec-fetch-site": "same-origin",
      ...headers,
    };
    const ignoreHTTPSErrors = takesAnyCertificate(app);
    const options = { baseURL: app, extraHTTPHeaders, ignoreHTTPSErrors, storageState };
    return new Program(await request.newContext(options));
  }

  post(door: string, form: Record<string, string> = {}): Promise<APIResponse> {
    return this.context.post(door, { form });
  }

  /** Posts, and takes no refusal. @throws with what it was answered */
  async done(door: string, form: Record<string, string> = {}): Promise<void> {
    const response = await this.post(door, form);
    if (!response.ok()) throw new Error(`${door}: ${response.status()} ${await response.text()}`);
  }

  /**
   * Posts to next-auth as its own client does, with the CSRF token and for JSON: every app on next-auth takes that.
   * @param action below `/api/auth`
   */
  async auth(action: string, form: Record<string, string> = {}): Promise<APIResponse> {
    const csrfToken = await this.csrfToken();
    return this.context.post(`/api/auth/${action}`, {
      headers: { accept: "application/json" },
      form: { ...form, csrfToken, json: "true" },
    });
  }

  /** next-auth's token of this browser, asked for once. */
  async csrfToken(): Promise<string> {
    this.#csrfToken ??= (await (await this.context.get("/api/auth/csrf")).json())
      .csrfToken as string;
    return this.#csrfToken;
  }

  /** Posts a form of a page under `/cuenta`, which says for whom it was shown. */
  async postOwn(door: string, form: Record<string, string> = {}): Promise<APIResponse> {
    return this.post(door, { ...(await shownTo(this.context)), ...form });
  }

  /** Who is signed in, by next-auth's own session address. */
  async address(): Promise<string | null> {
    const session = await (await this.context.get("/api/auth/session")).json();
    return session.user?.email ?? null;
  }

  dispose(): Promise<void> {
    return this.context.dispose();
  }
}

/** The field that a page's forms hold when it is shown to whoever is signed in there. */
export async function shownTo(context: APIRequestContext): Promise<{ person: string }> {
  const { user } = await (await context.get("/api/auth/session")).json();
  return { person: user?.id ?? "" };
}

/** The token of the one link in a mail. */
export function tokenIn(mail: { links: string[] }): string {
  return new URL(mail.links[0] ?? "").searchParams.get("token") ?? "";
}

/** How often each value comes. */
export function tally(values: (string | number)[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}
