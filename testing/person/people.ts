import type { Mine } from "../mine";
import { makePerson, type There } from "./make";
import type { Person, Wanted } from "./person";

/** The people of one test. */
export class People {
  readonly #made: Person[] = [];
  readonly #told: ((person: Person) => unknown)[] = [];

  constructor(
    private readonly there: There,
    private readonly mine: Pick<Mine, "addPerson">,
  ) {}

  async make(wanted: Wanted = {}): Promise<Person> {
    const person = await makePerson(wanted, this.there);
    this.mine.addPerson(person);
    this.#made.push(person);
    for (const tell of this.#told) await tell(person);
    return person;
  }

  /** Does it for everybody who is made, before now and from now on. */
  async each(tell: (person: Person) => unknown): Promise<void> {
    this.#told.push(tell);
    for (const person of this.#made) await tell(person);
  }
}
