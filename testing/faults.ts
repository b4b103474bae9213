import { Google } from "./google/google";
import { Inbox } from "./inbox/inbox";
import type { Place } from "./place";

/** What one test tells a service of this place to do wrong; put back when it ends. */
export class Faults<Fault> {
  #told = false;

  /**
   * @param none tells it to do right again
   * @param alone settles once this test disturbs nobody
   */
  constructor(
    private readonly tell: (fault: Fault) => Promise<void>,
    private readonly none: Fault,
    private readonly alone: () => Promise<void>,
  ) {}

  async set(fault: Fault): Promise<void> {
    await this.alone();
    this.#told = true;
    await this.tell(fault);
  }

  async putBack(): Promise<void> {
    if (this.#told) await this.tell(this.none);
    this.#told = false;
  }
}

/** Ends what a test left behind that was killed in the middle of it. To be called while nobody is alone. */
export async function endFaults({ inbox, google }: Place): Promise<void> {
  const services = [inbox && new Inbox(inbox), google && new Google(google)];
  for (const service of services) if (service) await service.fault({ mode: "none" });
}
