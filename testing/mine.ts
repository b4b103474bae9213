import { parseEmail } from "@/lib/email";

/**
 * What belongs to the test that runs, at a place that others use at the same time: time passes for these alone, and when
 * the test ends, the people and the addresses that were made for it are removed with all their rows.
 */
export class Mine {
  readonly #people = new Set<string>();
  readonly #made = new Set<string>();
  readonly #named = new Set<string>();
  readonly #networks = new Set<string>();

  /** Somebody who was made for this test. */
  addPerson({ id, email }: { id: string; email: string }): void {
    this.#people.add(id);
    this.#made.add(spelled(email));
  }

  /** An address that was made for this test: what comes to be there is removed with it. */
  addAddress(address: string): void {
    this.#made.add(spelled(address));
  }

  /** An address that this test names: time passes for it, and it stays when the test ends, since it may be anybody's. */
  nameAddress(address: string): void {
    this.#named.add(spelled(address));
  }

  /** @param range as the limits count it: `2001:db8:1:2::/64` */
  addNetwork(range: string): void {
    this.#networks.add(range);
  }

  /** Ids of the people made. */
  get people(): string[] {
    return [...this.#people];
  }

  /** Addresses made for this test, as the product spells them. */
  get made(): string[] {
    return [...this.#made];
  }

  /** The ones that were made, and the ones that were named. */
  get addresses(): string[] {
    return [...new Set([...this.#made, ...this.#named])];
  }

  get networks(): string[] {
    return [...this.#networks];
  }
}

function spelled(address: string): string {
  const parsed = parseEmail(address);
  return parsed.ok ? parsed.address : address.toLowerCase();
}
