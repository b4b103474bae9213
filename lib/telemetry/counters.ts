import { type HashQueueReading, sink } from "./sink";

/** `recovery`: a new password by mail; `registration`: a new account; `second-step`: of any way in */
export type WayIn =
  | "password"
  | "google"
  | "magic-link"
  | "code"
  | "passkey"
  | "registration"
  | "recovery"
  | "second-step";

/** `registering`: the address is proved and has no account yet */
export type SignInOutcome =
  | "entered"
  | "registering"
  | "second-step-due"
  | "wrong"
  | "dead-link"
  | "invalid"
  | "denied"
  | "not-linked"
  | "refused"
  | "mail-refused"
  | "throttled"
  | "busy"
  | "away"
  | "fault";

export type Limit =
  | "mails-in-range"
  | "tries-in-range"
  | "send-gap"
  | "send-window"
  | "tries-slowed"
  | "tries-off"
  | "codes-off"
  | "hash-queue";

export type MailKind = "magic-link" | "registration" | "reset" | "email-change" | "notice";
export type MailOutcome = "handed-over" | "refused" | "timeout" | "unreachable";

// Every attribute is one of our own words: never an address, a token, a subnet or a user.

export function signInEnded(method: WayIn, outcome: SignInOutcome): void {
  sink.instruments?.signIns.add(1, { "ingreso.method": method, "ingreso.outcome": outcome });
}

export function sessionStarted(method: string): void {
  sink.instruments?.sessionsStarted.add(1, { "ingreso.method": method });
}

/** Sessions closed by a user or an operator; expiry is not counted. */
export function sessionsEnded(count: number): void {
  if (count > 0) sink.instruments?.sessionsEnded.add(count);
}

export function throttled(limit: Limit): void {
  sink.instruments?.throttled.add(1, { "ingreso.limit": limit });
}

/** @param seconds how long the mail server took */
export function mailEnded(kind: MailKind, outcome: MailOutcome, seconds: number): void {
  const attributes = { "ingreso.mail.kind": kind, "ingreso.outcome": outcome };
  sink.instruments?.mails.add(1, attributes);
  sink.instruments?.mailDuration.record(seconds, attributes);
}

/** In seconds: how long a hash waited for its turn, and how long it then took. */
export function hashed(waited: number, took: number): void {
  sink.instruments?.hashWait.record(waited);
  sink.instruments?.hashDuration.record(took);
}

/** Registers what metrics read of the hash queue. */
export function observeHashQueue(reading: HashQueueReading): void {
  sink.hashQueue = reading;
}

/** A bug, and no outage: it was answered with a 500. @param type the class of what was thrown, never its message */
export function faultFound(where: "endpoint" | "page", type: string): void {
  sink.instruments?.faults.add(1, { "ingreso.where": where, "error.type": type });
}
