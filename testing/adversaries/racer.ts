import { type APIResponse, expect } from "@playwright/test";
import { type Program, tally } from "../program";
import { NotBegun, type Owner, type Scene } from "./scene";

const FIFTY = Array.from({ length: 50 }, (_, index) => index);
/** Fewer where each counts for the network range too, which others may share. */
const TWENTY = FIFTY.slice(0, 20);

/** Does at the same instant what is meant to be done once, at every process that is known. */
export class Racer {
  readonly expects = {
    asks: "of fifty requests for a link at once one sends a mail",
    uses: "of fifty uses at once one opens a session: of one link, and of several of one address",
    codes: "of twenty wrong codes at once five are tried, and then the right one is worth nothing",
    passwords: "of twenty wrong passwords at once ten are tried, and then the right one waits too",
  } as const;

  /** @param apps origins of the processes */
  constructor(
    private readonly scene: Scene,
    private readonly apps: readonly string[] = scene.place.apps,
  ) {}

  /** @returns the answers */
  async asks({ email }: Owner): Promise<APIResponse[]> {
    const { scene, expects } = this;
    const known = await scene.links(email);
    const programs = await this.#programs(this.apps.length);
    await Promise.all(programs.map((one) => one.csrfToken()));
    const answers = await together(FIFTY, (index) =>
      inOrder(programs, index).auth("signin/email", { email }),
    );
    expect(await scene.links(email), expects.asks).toHaveLength(known.length + 1);
    return answers;
  }

  /** @param links those to use; otherwise one is asked for @returns the answers of the POSTs; none where opening was enough */
  async uses(owner: Owner, links: readonly string[] = []): Promise<APIResponse[]> {
    const used = links.length > 0 ? links : [await this.#link(owner)];
    const apps = this.apps.length;
    const programs = await this.#programs(FIFTY.length);
    // each link at each process
    const linkAt = (index: number) => new URL(inOrder(used, Math.floor(index / apps)));
    const address = (program: Program) => program.address();
    await together(programs, (program, index) => {
      const { pathname, search } = linkAt(index);
      return program.context.get(pathname + search);
    });
    const opened = (await together(programs, address)).some((who) => who !== null);
    const answers = opened
      ? []
      : await together(programs, (program, index) =>
          program.post("/api/auth/callback/email", {
            token: linkAt(index).searchParams.get("token") ?? "",
          }),
        );
    const inside = (await together(programs, address)).filter((who) => who === owner.email);
    expect(inside, this.expects.uses).toHaveLength(1);
    return answers;
  }

  /** @returns how often each error came */
  async codes(owner: Owner): Promise<Record<string, number>> {
    const { scene, expects } = this;
    const asking = await scene.program();
    const { text } = await scene.asksForLink(asking, owner);
    const code = /\b\d{6}\b/.exec(text)?.[0];
    if (code === undefined) throw new NotBegun("the mail holds no code");
    const wrong = code === "000000" ? "000001" : "000000";
    // the same browser at each process: its cookies are those of the one that asked
    const cookies = await asking.context.storageState();
    const programs = await together(this.apps, (app) => scene.program(app, cookies));
    const answers = await together(TWENTY, (index) =>
      inOrder(programs, index).post("/api/auth/callback/email", { code: wrong }),
    );
    const errors = tally(await together(answers, async (one) => String((await one.json()).error)));
    expect(errors.CodeWrong, expects.codes).toBe(5);
    await asking.post("/api/auth/callback/email", { code });
    expect(await asking.address(), expects.codes).toBeNull();
    return errors;
  }

  /** @returns the answers */
  async passwords(owner: Owner): Promise<APIResponse[]> {
    const { expects } = this;
    const { email, password } = owner;
    if (!password) throw new NotBegun(`${email} needs a password`);
    const programs = await this.#programs(this.apps.length);
    await Promise.all(programs.map((one) => one.csrfToken()));
    const tries = (typed: string) => (index: number) =>
      inOrder(programs, index).auth("callback/credentials", { email, password: typed });
    const answers = await together(TWENTY, tries(`${password}, but not so`));
    const tried = answers.filter((one) => one.status() !== 429);
    expect(tried.length, expects.passwords).toBeLessThanOrEqual(10);
    await tries(password)(0);
    expect(await inOrder(programs, 0).address(), expects.passwords).toBeNull();
    return answers;
  }

  /** One after the other at each process. */
  #programs(count: number): Promise<Program[]> {
    return together(FIFTY.slice(0, count), (index) =>
      this.scene.program(inOrder(this.apps, index)),
    );
  }

  async #link(owner: Owner): Promise<string> {
    return (await this.scene.asksForLink(await this.scene.program(), owner)).link;
  }
}

const together = <One, Done>(
  all: readonly One[],
  act: (one: One, index: number) => Promise<Done>,
) => Promise.all(all.map(act));

/** Each in its order, over and over. */
function inOrder<One>(all: readonly One[], index: number): One {
  const one = all[index % all.length];
  if (one === undefined) throw new NotBegun("there is nobody");
  return one;
}
