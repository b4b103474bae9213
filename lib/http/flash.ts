import { z } from "zod";
import { seal, unseal } from "../crypto";
import type { Banner } from "../messages/banner";
import { setCookie } from "./cookies";

const LIFE_SECONDS = 120;
const GIVEN_BACK = new Set(["email", "name"]);
/** of JSON: a cookie holds 4 KB */
const LONGEST_VALUE_BYTES = 1000;

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

/** What a refused form leaves for its page: the typed values and the sentences. */
export type Flash = z.infer<typeof memory>;

/** Encrypted, for two minutes and that page alone. */
export async function writeFlash(
  page: string,
  typed: Map<string, string>,
  fields: Record<string, string>,
  notice: Banner | null,
): Promise<string> {
  const kept = [...typed].filter(
    ([name, value]) =>
      GIVEN_BACK.has(name) && Buffer.byteLength(JSON.stringify(value)) <= LONGEST_VALUE_BYTES,
  );
  const sealed = await seal("form", { page, values: Object.fromEntries(kept), fields, notice });
  return setCookie("form", sealed, LIFE_SECONDS);
}

export async function readFlash(page: string, cookie: string | undefined): Promise<Flash | null> {
  const recalled = await unseal("form", cookie, memory);
  return recalled?.page === page ? recalled : null;
}
