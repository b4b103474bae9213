import type { Mine } from "../mine";
import type { Person, Wanted } from "./person";

/** How people come to be at a place, and what of them is not in its database. */
export type Making = {
  make(wanted: Wanted): Promise<Person>;
  forget(person: Person): Promise<void>;
};

/** The people of one test. */
export class People {
  readonly #made: Person[] = [];
  readonly #told: ((person: Person) => unknown)[] = [];

  constructor(
    private readonly making: Making,
    private readonly mine: Pick<Mine, "addPerson">,
  ) {}

  async make(wanted: Wanted = {}): Promise<Person> {
    const person = await this.making.make(wanted);
    await this.add(person);
    return person;
  }

  /** Somebody whom the test itself made, to be forgotten with the others. */
  async add(person: Person): Promise<void> {
    this.mine.addPerson(person);
    this.#made.push(person);
    for (const tell of this.#told) await tell(person);
  }

  /** Does it for everybody who is made, before now and from now on. */
  async each(tell: (person: Person) => unknown): Promise<void> {
    this.#told.push(tell);
    for (const person of this.#made) await tell(person);
  }

  async forget(): Promise<void> {
    await Promise.all(this.#made.splice(0).map((person) => this.making.forget(person)));
  }
}
