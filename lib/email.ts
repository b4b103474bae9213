import { domainToASCII, domainToUnicode } from "node:url";
import { limits } from "./config/limits";

/** An address from `parseEmail`: the only spelling that is looked up. */
export type Email = string & { readonly brand: "Address" };

/** `surrounded`: one address with text around it */
export type EmailRefusal = "empty" | "several" | "malformed" | "surrounded" | "invisible";
export type ParsedEmail = { ok: true; address: Email } | { ok: false; refusal: EmailRefusal };

const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
const AROUND = /<[^<>]*@[^<>]*>|^mailto:/u;
const COMMENT = /^\([^()@]*\)|\([^()@]*\)[.,;:]*$/u;
/** A local part begins with no mark but RFC 5322 §3.2.3's (`atext`), and a domain ends with none. */
const OPENING = /^(?:(?![!#%&'*/?_{}.@-])[\p{P}<>\s])+/u;
const CLOSING = /(?<![\p{P}\p{S}\s])(?:(?!@)[\p{P}\p{S}\s])+$/u;
const FORBIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\s"“”„‟«»‹›<>()[\]\\,:;\ufffd]/u;
const LOCAL = /^[^@.]+(?:\.[^@.]+)*$/u;
const LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}-]{0,61}[\p{L}\p{N}\p{M}])?$/u;

/**
 * The one normaliser of addresses: trimmed, NFKC, lower case, exactly one `@`. Look-alike letters stay different addresses.
 * Quoted local parts are refused: RFC 5321 allows them, but mail libraries have read a second recipient into them.
 */
export function parseEmail(typed: unknown): ParsedEmail {
  if (typeof typed !== "string") return { ok: false, refusal: "malformed" };
  // before trimming, which also removes line breaks and byte order marks
  if (INVISIBLE.test(typed))
    return { ok: false, refusal: /[\r\n]/.test(typed) ? "several" : "invisible" };
  // NFKC again: a lower-case letter may combine with an accent where its capital could not
  const address = typed.trim().normalize("NFKC").toLowerCase().normalize("NFKC").trim();
  if (address === "") return { ok: false, refusal: "empty" };
  const ats = address.match(/@/g)?.length ?? 0;
  if (ats === 1 && isSurrounded(address)) return { ok: false, refusal: "surrounded" };
  if (ats > 1 || /[,;]/.test(address)) return { ok: false, refusal: "several" };
  if (!isWellFormed(address)) return { ok: false, refusal: "malformed" };
  const spelled = inLetters(address);
  return isWellFormed(spelled) && !/[@.]xn--/.test(spelled)
    ? { ok: true, address: spelled as Email }
    : { ok: false, refusal: "malformed" };
}

function isSurrounded(address: string): boolean {
  const bare = address.replace(COMMENT, "").replace(OPENING, "").replace(CLOSING, "");
  return AROUND.test(address) || (bare !== address && isWellFormed(bare));
}

/**
 * Of a domain's two spellings (RFC 5890 §2.3.2.1) the one in letters. Invalid Punycode comes back empty or unchanged, by
 * Node's version.
 */
function inLetters(address: string): string {
  const [local, domain = ""] = address.split("@");
  if (!/[^\x20-\x7e]|xn--/.test(domain)) return address;
  return `${local}@${domainToUnicode(domainToASCII(domain)).normalize("NFKC")}`;
}

function isWellFormed(address: string): boolean {
  if (Buffer.byteLength(address) > limits.emailLongestOctets || FORBIDDEN.test(address))
    return false;
  if (OPENING.test(address)) return false;
  const [local = "", domain = ""] = address.split("@");
  const labels = domain.split(".");
  return (
    Buffer.byteLength(local) <= 64 &&
    LOCAL.test(local) &&
    labels.length >= 2 &&
    labels.every((label) => LABEL.test(label)) &&
    !/^\d+$/.test(labels.at(-1) ?? "")
  );
}
