import { domainToASCII, domainToUnicode } from "node:url";
import { limits } from "./config/limits";

/** An address that went through `parseEmail`: the only spelling under which it is looked up. */
export type Email = string & { readonly brand: "Address" };

/** `surrounded`: one address, with something around it */
export type EmailRefusal = "empty" | "several" | "malformed" | "surrounded" | "invisible";
export type ParsedEmail = { ok: true; address: Email } | { ok: false; refusal: EmailRefusal };

const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
/** What an address is copied with: a name in front of it, a scheme. */
const AROUND = /<[^<>]*@[^<>]*>|^mailto:/u;
/** A name behind it, or in front. */
const COMMENT = /^\([^()@]*\)|\([^()@]*\)[.,;:]*$/u;
/** A local part begins with no sign but those of RFC 5322 §3.2.3 (`atext`), and a domain ends with none. */
const OPENING = /^(?:(?![!#%&'*/?_{}.@-])[\p{P}<>\s])+/u;
const CLOSING = /(?<![\p{P}\p{S}\s])(?:(?!@)[\p{P}\p{S}\s])+$/u;
const FORBIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\s"“”„‟«»‹›<>()[\]\\,:;\ufffd]/u;
const LOCAL = /^[^@.]+(?:\.[^@.]+)*$/u;
const LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}-]{0,61}[\p{L}\p{N}\p{M}])?$/u;

/**
 * The one normaliser of addresses, used by every door: trimmed, NFKC, lower case, exactly one `@`.
 * Letters of another script stay another address; quoted local parts are refused (RFC 5321 allows them,
 * and mail libraries have read a second recipient into them).
 * @param typed what a form brought, of any type
 */
export function parseEmail(typed: unknown): ParsedEmail {
  if (typeof typed !== "string") return { ok: false, refusal: "malformed" };
  // looked at before trimming, which takes line breaks and byte order marks away with the spaces
  if (INVISIBLE.test(typed))
    return { ok: false, refusal: /[\r\n]/.test(typed) ? "several" : "invisible" };
  // normalised once more: a lower-case letter may join an accent that its capital could not
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
 * A domain has two spellings, in letters and in ASCII (RFC 5890 §2.3.2.1), and mail goes to one mailbox by either. Ours
 * is the one in letters, which a person reads. What stands for no letters comes back empty, or as it was, by Node's age.
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
