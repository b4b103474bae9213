import { randomInt } from "node:crypto";
import { workAsyncStorage } from "next/dist/server/app-render/work-async-storage.external.js";
import { workUnitAsyncStorage } from "next/dist/server/app-render/work-unit-async-storage.external.js";
import { NextRequest } from "next/server";
import { PEER_HEADER, stampedPeer } from "@/lib/client-info";
import { Cookies } from "@/testing/cookies";

export type Handler = (request: NextRequest) => Promise<Response>;

const ORIGIN = "http://localhost:3000";

/** A browser, or a program, at a door: keeps cookies, comes from a network of its own, and follows nothing. */
export class Caller {
  readonly cookies = new Cookies();
  readonly #own: Record<string, string>;

  /**
   * @param headers that it always sends; a browser at a page of ours unless they say otherwise
   * @param always fields that its forms hold, unless one says otherwise
   */
  constructor(
    private readonly handle: Handler,
    headers: Record<string, string> = {},
    readonly always: Record<string, string> = {},
  ) {
    const peer = `10.${randomInt(256)}.${randomInt(256)}.7`;
    this.#own = {
      accept: "text/html",
      "sec-fetch-site": "same-origin",
      [PEER_HEADER]: stampedPeer(peer),
      ...headers,
    };
  }

  post(path: string, fields: Record<string, string> = {}): Promise<Response> {
    const body = new URLSearchParams({ ...this.always, ...fields });
    return this.send(path, { method: "POST", body });
  }

  get(path: string): Promise<Response> {
    return this.send(path, {});
  }

  async send(path: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers);
    for (const [name, value] of Object.entries(this.#own))
      if (!headers.has(name)) headers.set(name, value);
    if (this.cookies.size > 0) headers.set("cookie", this.cookies.header);
    const { method, body } = init;
    const request = new NextRequest(new URL(path, ORIGIN), { method, body, headers } as never);
    const response = await withinRequest(() => this.handle(request));
    // by the browser's clock alone: this process's may be wrong
    for (const line of response.headers.getSetCookie())
      if (!/; max-age=\d/i.test(line) || /; expires=/i.test(line))
        throw new Error(`no age: ${line}`);
    this.cookies.keep(response);
    return response;
  }
}

/** What Next does around a handler, as far as `after` goes: what it is given runs once there is an answer. */
async function withinRequest(handle: () => Promise<Response>): Promise<Response> {
  const later: (() => unknown)[] = [];
  const afterContext = { after: (task: () => unknown) => later.push(task) };
  const response = await workAsyncStorage.run({ afterContext } as never, () =>
    workUnitAsyncStorage.run({ type: "request" } as never, handle),
  );
  for (const task of later) await task();
  return response;
}

/** Headers of a program. */
export const PROGRAM = { accept: "application/json" };
