import * as z from "zod";

/** How the mail server can misbehave; `code` is the SMTP status, `ms` how slow `slow` is. */
export const MailFault = z.object({
  mode: z.enum(["none", "refuse", "reject-recipient", "reject-data", "slow", "hang", "drop"]),
  code: z.number().int().min(400).max(599).optional(),
  ms: z.number().int().min(0).max(600_000).optional(),
});
export type MailFault = z.infer<typeof MailFault>;

export const DEFAULT_SLOW_MS = 3000;

/** What each fault is called on the inbox's page. */
export const FAULT_NAMES: Record<Exclude<MailFault["mode"], "none">, string> = {
  refuse: "rechaza las conexiones",
  "reject-recipient": "rechaza a los destinatarios",
  "reject-data": "rechaza los mensajes",
  slow: "responde despacio",
  hang: "no responde",
  drop: "corta la conexión a mitad del envío",
};
