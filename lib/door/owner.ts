import { type Person, personOfSession } from "../session/current";
import { isProved } from "../session/prove";
import type { Answer } from "./answer";
import type { Visit } from "./visit";

/** A verb of a signed-in person. */
type OwnerVerb = (visit: Visit, person: Person) => Promise<Answer>;

/**
 * A verb for the person who is signed in; a stranger is led to `/login`.
 * @param page where they are led back to
 */
export function forOwner(page: string, verb: OwnerVerb): (visit: Visit) => Promise<Answer> {
  return async (visit) => {
    const person = await personOfSession(visit.cookie("session"));
    if (person) return verb(visit, person);
    const url = `/login?callbackUrl=${page}&error=SessionRequired`;
    return { ok: false, status: 401, error: "SessionRequired", url };
  };
}

/**
 * The same after a fresh proof: changes of ways in, the data, the end of the account. Without one the person is led to
 * `/cuenta/confirmar`, and from there back to `page`.
 */
export function forProvedOwner(page: string, verb: OwnerVerb): (visit: Visit) => Promise<Answer> {
  return forOwner(page, async (visit, person) => {
    if (await isProved(person.session.id)) return verb(visit, person);
    return proofRequired(page);
  });
}

/** The answer to whoever has not proved lately to be themselves. @param page where they go on afterwards */
export function proofRequired(page: string): Answer {
  return { ok: false, status: 401, error: "ProofRequired", url: confirmingPage(page) };
}

/** Where a person proves to be themselves, and where they go on afterwards. */
export function confirmingPage(next: string): string {
  return `/cuenta/confirmar?callbackUrl=${encodeURIComponent(next).replaceAll("%2F", "/")}`;
}
