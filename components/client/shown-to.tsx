"use client";
import { type ComponentProps, createContext, Fragment, type ReactNode, useContext } from "react";
import { useAlive } from "./alive";

type AutoComplete = ComponentProps<"input">["autoComplete"];

const Person = createContext<string | null>(null);
/** The id of the signed-in user whom this page was shown to; null where there was none. */
export const usePerson = () => useContext(Person);

/**
 * Around what is shown to a signed-in person: every form inside says to whom. When a refresh finds another one, nothing that
 * was typed goes over to them.
 * @param person their id; null when signed out
 */
export function ShownTo({ person, children }: { person: string | null; children: ReactNode }) {
  return (
    <Person value={person}>
      <Fragment key={person}>{children}</Fragment>
    </Person>
  );
}

/** The field by which an endpoint refuses to act for another user who signed in here since. */
export function PersonField() {
  const person = usePerson();
  return person && <input type="hidden" name="person" value={person} />;
}

/**
 * What a field's `autocomplete` says. By Back a browser gives a field what was typed into it, also when the page is another
 * person's by now; not to one that is `off` in the HTML (HTML Standard, restoring persisted state).
 */
export function useAutoComplete(wanted: AutoComplete): AutoComplete {
  const [person, alive] = [usePerson(), useAlive()];
  return person && !alive ? "off" : wanted;
}
