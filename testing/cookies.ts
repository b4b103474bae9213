import { parseSetCookie } from "cookie";

/** The cookies of a browser without a screen, by name. */
export class Cookies extends Map<string, string> {
  /** Takes what an answer sets, and lets go what it takes away. @returns these cookies */
  keep({ headers }: { headers: Headers }): this {
    for (const line of headers.getSetCookie()) {
      const { name, value, maxAge = 1 } = parseSetCookie(line, { decode: (as) => as });
      if (value && maxAge > 0) this.set(name, value);
      else this.delete(name);
    }
    return this;
  }

  /** As a request sends them. */
  get header(): string {
    return [...this].map(([name, value]) => `${name}=${value}`).join("; ");
  }
}
