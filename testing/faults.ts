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
