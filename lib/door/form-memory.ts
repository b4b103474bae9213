import { z } from "zod";
import { setCookie } from "../cookies";
import { seal, unseal } from "../secret";
import type { Notice } from "../words";

/** seconds */
const LIFE = 120;
/** A cookie holds 4 KB; what is longer than any honest value is not given back. */
const LONGEST_VALUE = 320;
const NEVER_BACK = new Set(["password", "code", "token", "csrfToken", "callbackUrl"]);

const memory = z.object({
  page: z.string(),
  values: z.record(z.string(), z.string()),
  fields: z.record(z.string(), z.string()),
  notice: z
    .object({
      tone: z.enum(["danger", "warn", "ok", "info"]),
      text: z.string(),
      link: z.object({ href: z.string(), text: z.string() }).optional(),
    })
    .nullable(),
});

/** What a refused form leaves for its page: what was typed, never a password, and the sentences. */
export type FormMemory = z.infer<typeof memory>;

/** The cookie that carries it: encrypted, two minutes, for that page alone. */
export async function rememberForm(
  page: string,
  typed: Map<string, string>,
  fields: Record<string, string>,
  notice: Notice | null,
): Promise<string> {
  const kept = [...typed].filter(
    ([name, value]) => !NEVER_BACK.has(name) && value.length <= LONGEST_VALUE,
  );
  const sealed = await seal("form", { page, values: Object.fromEntries(kept), fields, notice });
  return setCookie("form", sealed, LIFE);
}

/** Reads it back; null when there is none, or when it is another page's. */
export async function recallForm(
  page: string,
  cookie: string | undefined,
): Promise<FormMemory | null> {
  const recalled = await unseal("form", cookie, memory);
  return recalled?.page === page ? recalled : null;
}
