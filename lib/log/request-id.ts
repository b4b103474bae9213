import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";
import { singleton } from "../singleton";

export const REQUEST_ID_HEADER = "x-request-id";
const SHAPE = /^[\da-f]{12}$/;

const current = singleton("request-id", () => new AsyncLocalStorage<string>());

/** 48 random bits in hex: short enough for the telephone, unique in a day's log. A UUID's come from a store of Node's. */
export function newRequestId(): string {
  return randomUUID().slice(-12);
}

/** A request's id if well formed, else a new one: a client's free text never reaches the log. */
export function requestIdOf(headers: Headers): string {
  const given = headers.get(REQUEST_ID_HEADER);
  return given !== null && SHAPE.test(given) ? given : newRequestId();
}

export function withRequestId<T>(id: string, work: () => T): T {
  return current.run(id, work);
}

export function requestId(): string | undefined {
  return current.getStore();
}
