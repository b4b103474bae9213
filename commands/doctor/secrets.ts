import { PUBLIC_PEPPER } from "@/lib/config/hashing";
import { type Settings, warningsOf } from "@/lib/config/settings";
import { type Finding, findingsOf } from "./finding";

const NEW_ONE = "make one with: openssl rand -base64 48";
const PLACEHOLDER = /chang|secret|example|password|ejemplo|clave/i;
/** 32 random hex characters use fewer different ones than this once in some ten thousand times */
const FEWEST_DIFFERENT = 9;

/** Whether the secrets look as if they were drawn, not written. */
export function secretFindings(settings: Settings): Finding[] {
  return [...sessionSecret(settings), pepper(settings), scheduler(settings)];
}

function sessionSecret({ secret, previousSecret }: Settings): Finding[] {
  const { ok, warning, note } = findingsOf("secret");
  const found = isDrawn(secret)
    ? ok(`NEXTAUTH_SECRET has ${secret.length} characters and looks random`)
    : warning("NEXTAUTH_SECRET looks written by a person", NEW_ONE);
  if (previousSecret === null) return [found];
  if (previousSecret === secret)
    return [
      found,
      warning("NEXTAUTH_SECRET_PREVIOUS is the same secret", "leave it out, or rotate the other"),
    ];
  const rotating = note(
    "a rotation is under way: NEXTAUTH_SECRET_PREVIOUS still opens cookies",
    "take it out after a day",
  );
  return [found, rotating];
}

function pepper({ passwordPepper, secret }: Settings): Finding {
  const { ok, warning, note } = findingsOf("pepper");
  if (passwordPepper === PUBLIC_PEPPER)
    return note(
      "PASSWORD_PEPPER is the public label: a stolen database can be tried without it",
      `before the first account, ${NEW_ONE}; later it would end all passwords`,
    );
  if (passwordPepper === secret)
    return warning(
      "PASSWORD_PEPPER is NEXTAUTH_SECRET: rotating that one would end all passwords",
      `give it a value of its own: ${NEW_ONE}`,
    );
  return isDrawn(passwordPepper)
    ? ok("PASSWORD_PEPPER is set and looks random")
    : warning("PASSWORD_PEPPER looks written by a person", NEW_ONE);
}

function scheduler({ cronSecret }: Settings): Finding {
  const { ok, warning, note } = findingsOf("scheduler");
  if (cronSecret === null)
    return note(
      "CRON_SECRET is not set: /api/cron/cleanup answers 404",
      "set it for your scheduler, or run npm run db:cleanup every hour",
    );
  const [short] = warningsOf({ cronSecret });
  if (short) return warning(short, NEW_ONE);
  return isDrawn(cronSecret)
    ? ok("CRON_SECRET is set and looks random")
    : warning("CRON_SECRET looks written by a person", NEW_ONE);
}

/** A drawn secret has no word, no pattern and many different characters. */
export function isDrawn(secret: string): boolean {
  const different = new Set(secret).size;
  const repeats = /^(.{1,12}?)\1{2,}.{0,12}$/.test(secret);
  const words = (secret.match(/[a-z]{3,}/gi) ?? []).join("").length > secret.length * 0.7;
  const spaced = /\s/.test(secret);
  return (
    different >= FEWEST_DIFFERENT && !repeats && !(words && spaced) && !PLACEHOLDER.test(secret)
  );
}
