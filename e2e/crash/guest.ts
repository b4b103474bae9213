import { randomInt } from "node:crypto";
import type { APIResponse } from "@playwright/test";
import type { Email } from "@/lib/email";
import { hashOf } from "@/testing/person/password";
import { Program } from "@/testing/program";
import { database } from "../support/unit";
import { PASSWORD } from "../support/unit/passwords";
import { someone } from "../support/unit/people";

/** What a request came to: its status, or 0 when the process died over it. */
export type Came = number;

const guests: Program[] = [];

/** A program with cookies and a network of its own. */
export async function guest(app: string): Promise<Program> {
  const network = `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`;
  // a connection that was idle for long may be closed in the very moment in which it is used again
  const program = await Program.at(app, { "x-forwarded-for": network, connection: "close" });
  guests.push(program);
  return program;
}

export function guestsAt(app: string, count: number): Promise<Program[]> {
  return Promise.all(Array.from({ length: count }, () => guest(app)));
}

/** Everybody goes; nobody of one round is met in the next. */
export async function guestsLeave(): Promise<void> {
  await Promise.all(guests.splice(0).map((program) => program.dispose()));
}

/** Somebody with an account, made whole and before anybody is killed. */
export async function settler(address: Email = someone()): Promise<{ id: string; address: Email }> {
  const { hash, scheme } = await hashOf(PASSWORD, process.env);
  // written past the product, which gives a query up that waits too long on a busy machine
  const [row] = await database.sql<{ id: string }>(
    `with made as (
       insert into "User" (email, name, "passwordHash", "passwordScheme") values ($1, 'Ana', $2, $3) returning id),
     written as (
       insert into "Activity" (event, address, "userId", device) select 'registered', $1, id, 'Ana' from made)
     select id from made`,
    [address, hash, scheme],
  );
  return { id: row?.id ?? "", address };
}

/** Somebody with an account, and a program in which they are signed in. */
export async function settlerAt(app: string) {
  const person = await settler();
  const program = await guest(app);
  const signedIn = await signIn(program, app, person.address);
  if (signedIn !== 200) throw new Error(`could not sign in: ${signedIn}`);
  return { ...person, program };
}

/** Signs in by password. */
export function signIn(
  program: Program,
  app: string,
  email: string,
  password = PASSWORD,
): Promise<Came> {
  return came(program.post(`${app}/api/auth/callback/credentials`, { email, password }));
}

/** Waits for an answer that may never come. */
export async function came(answer: Promise<APIResponse>): Promise<Came> {
  try {
    return (await answer).status();
  } catch {
    return 0;
  }
}

/** How many of them came to that. */
export const of = (status: Came, all: Came[]): number => all.filter((one) => one === status).length;
