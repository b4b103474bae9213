import { type APIRequestContext, type APIResponse, request } from "@playwright/test";

/** One program, with cookies of its own, that posts to doors and reads JSON. */
export class Program {
  private constructor(readonly context: APIRequestContext) {}

  /** @param app origin of a process */
  static async at(app: string, headers: Record<string, string> = {}): Promise<Program> {
    const extraHTTPHeaders = {
      accept: "application/json",
      "sec-fetch-site": "same-origin",
      ...headers,
    };
    // behind nginx stands a certificate of the test's own making
    const options = { baseURL: app, extraHTTPHeaders, ignoreHTTPSErrors: true };
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
