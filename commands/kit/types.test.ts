import { expect, it } from "vitest";
import { standingAlone } from "./types";

it("finds every import of a declaration, and names files whole", () => {
  const types = `import type { Mail } from "../local/mail";
export { a } from "@/lib/a/b";
export * from "./c.d";
export declare const test: import("playwright/test").TestType<import("./place").Place, Mail>;
`;
  expect(standingAlone(types, "testing/index.d.ts")).toEqual({
    text: `import type { Mail } from "../local/mail.js";
export { a } from "../lib/a/b.js";
export * from "./c.d.js";
export declare const test: import("@playwright/test").TestType<import("./place.js").Place, Mail>;
`,
    names: ["testing/place.d.ts", "testing/c.d.d.ts", "lib/a/b.d.ts", "local/mail.d.ts"],
  });
});
