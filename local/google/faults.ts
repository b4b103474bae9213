import * as z from "zod";

/**
 * How the local Google can misbehave: `ms` is how slow `slow` is; `claims` replace those of the
 * id_token and of the userinfo, whatever the mode.
 */
export const GoogleFault = z.object({
  mode: z.enum(["none", "down", "hang", "slow", "denied", "wrong-nonce", "token-error"]),
  claims: z.record(z.string(), z.unknown()).optional(),
  ms: z.number().int().min(0).max(600_000).optional(),
});
export type GoogleFault = z.infer<typeof GoogleFault>;

export const DEFAULT_SLOW_MS = 3000;

/** In `denied`, a person who has not chosen by then is refused too. */
export const DENIED_AFTER_SECONDS = 2;
