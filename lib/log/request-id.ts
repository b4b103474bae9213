import { AsyncLocalStorage } from "node:async_hooks";
import { randomBytes } from "node:crypto";
import { singleton } from "../singleton";

/** Carries a request's id from server.ts or the proxy to the page, the door and the answer. */
export const REQUEST_ID_HEADER = "x-request-id";
const SHAPE = /^[\da-f]{12}$/;

const current = singleton("request-id", () => new AsyncLocalStorage<string>());

/** 48 random bits in hex: short enough to be read out on the telephone, and no two in a day's log. */
export function newRequestId(): string {
  return randomBytes(6).toString("hex");
}

/** The id that a request has already, or a new one: nobody writes a text of their own into our log. */
export function requestIdOf(headers: Headers): string {
  const given = headers.get(REQUEST_ID_HEADER);
  return given !== null && SHAPE.test(given) ? given : newRequestId();
}

/** Runs `work`, and whatever it begins, under the id of its request: every log line of it says which. */
export function withRequestId<T>(id: string, work: () => T): T {
  return current.run(id, work);
}

/** The id of the request that is being answered, if any is. */
export function requestId(): string | undefined {
  return current.getStore();
}
