import { words } from "../messages/words";
import { type Person, personOfSession } from "../session/current";
import { isProved } from "../session/reauthentication";
import type { Visit } from "./context";
import type { Answer } from "./reply";

/** The hidden field of every form of a signed-in person: the id of whom it was shown to. */
const FIELD = "person";

/** The answer to whoever is signed in, where something was shown to another person. */
export const OTHER_PERSON = {
  ok: false,
  status: 409,
  error: "OtherPerson",
  url: "/cuenta",
  notice: words.otherPerson,
  anew: true,
} as const satisfies Answer;

/** A verb of a signed-in person. */
type OwnerVerb = (visit: Visit, person: Person) => Promise<Answer>;

/**
 * A verb for the person who is signed in, when the form was shown to them: in another tab somebody else may have signed
 * in meanwhile, for whom nothing is done or counted. A stranger is led to `/login`.
 * @param page where they are led back to
 */
export function forOwner(page: string, verb: OwnerVerb): (visit: Visit) => Promise<Answer> {
  return async (visit) => {
    const person = await personOfSession(visit.cookie("session"));
    if (person) return isShownTo(person, visit) ? verb(visit, person) : OTHER_PERSON;
    const url = `/login?callbackUrl=${escaped(page)}&error=SessionRequired`;
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

/**
 * A verb that also works for a stranger, and for a program that does not say for whom: next-auth's own client does not.
 * A form that says it is refused like any other.
 */
export function unlessOther(verb: (visit: Visit) => Promise<Answer>): typeof verb {
  return async (visit) => {
    const says = visit.form.has(FIELD) || visit.wrong.includes(FIELD);
    const person = says ? await personOfSession(visit.cookie("session")) : null;
    return person && !isShownTo(person, visit) ? OTHER_PERSON : verb(visit);
  };
}

/** Missing, garbled or there twice, the field is nobody's. */
const isShownTo = ({ id }: Person, { form }: Visit) => form.get(FIELD) === id;

/** The answer to whoever has not proved lately to be themselves. @param page where they go on afterwards */
export function proofRequired(page: string): Answer {
  return { ok: false, status: 401, error: "ProofRequired", url: confirmingPage(page) };
}

/** Where a person proves to be themselves, and where they go on afterwards. */
export function confirmingPage(next: string): string {
  return `/cuenta/confirmar?callbackUrl=${escaped(next)}`;
}

const escaped = (address: string) => encodeURIComponent(address).replaceAll("%2F", "/");
