import { type HashQueueLook, sink } from "./sink";

/** By which door somebody came. `recovery` is a new password by mail, `registration` a new account. */
export type WayIn = "password" | "google" | "magic-link" | "code" | "registration" | "recovery";

/** How it ended. `registering`: the address is proved and has no account yet. */
export type SignInOutcome =
  | "entered"
  | "registering"
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

/** Which limit sent somebody away. */
export type Limit =
  | "mails-in-range"
  | "tries-in-range"
  | "send-gap"
  | "send-window"
  | "tries-slowed"
  | "tries-off"
  | "codes-off"
  | "hash-queue";

export type MailKind = "magic-link" | "registration" | "reset" | "notice";
export type MailOutcome = "handed-over" | "refused" | "timeout" | "unreachable";

// Every attribute is one of a few words of ours: never an address, a token, a network or a person.

/** Somebody tried to sign in. */
export function signInEnded(method: WayIn, outcome: SignInOutcome): void {
  sink.instruments?.signIns.add(1, { "ingreso.method": method, "ingreso.outcome": outcome });
}

/** A session was opened. */
export function sessionStarted(method: string): void {
  sink.instruments?.sessionsStarted.add(1, { "ingreso.method": method });
}

/** Sessions were ended by somebody; those that idle away or age out are not seen. */
export function sessionsEnded(count: number): void {
  if (count > 0) sink.instruments?.sessionsEnded.add(count);
}

/** Somebody came too soon, or too often. */
export function throttled(limit: Limit): void {
  sink.instruments?.throttled.add(1, { "ingreso.limit": limit });
}

/** A mail was handed over, or not. @param seconds how long the mail server took */
export function mailEnded(kind: MailKind, outcome: MailOutcome, seconds: number): void {
  const attributes = { "ingreso.mail.kind": kind, "ingreso.outcome": outcome };
  sink.instruments?.mails.add(1, attributes);
  sink.instruments?.mailDuration.record(seconds, attributes);
}

/** A password was hashed or compared. Both in seconds: how long it waited for its turn, and how long it took then. */
export function hashed(waited: number, took: number): void {
  sink.instruments?.hashWait.record(waited);
  sink.instruments?.hashDuration.record(took);
}

/** How the hash queue is looked at, whenever metrics are gathered. */
export function hashQueueIs(look: HashQueueLook): void {
  sink.hashQueue = look;
}
