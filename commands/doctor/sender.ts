import { domainToASCII } from "node:url";
import { BRAND } from "@/lib/config/brand";
import { senderOf } from "@/lib/mail/sender";
import { type Finding, findingsOf } from "./finding";
import { createTxtLookup, type TxtLookup } from "./txt";

/** RFC 6761, 2606: names that have no records. */
const NOBODYS = /(^|\.)(test|example|invalid|localhost|local)$|(^|\.)example\.(com|net|org)$/;

const spf = findingsOf("spf");
const dkim = findingsOf("dkim");
const dmarc = findingsOf("dmarc");

/**
 * Whether other mail servers can know that our mails are ours: SPF (RFC 7208), DKIM (RFC 6376) and DMARC (RFC 7489) of
 * the sender's domain. Since 2024 Gmail and Yahoo refuse bulk senders without them.
 */
export async function senderFindings(
  emailFrom: string,
  txt: TxtLookup = createTxtLookup(),
): Promise<Finding[]> {
  const domain = domainToASCII(senderOf(emailFrom).domain);
  if (domain === "")
    return [
      spf.broken("EMAIL_FROM has no address", `write it as ${BRAND.name} <ingreso@your-domain>`),
    ];
  if (NOBODYS.test(domain))
    return [spf.note(`${domain} is nobody's domain`, "in production set EMAIL_FROM to your own")];
  return Promise.all([spfOf(domain, txt), dkimOf(domain), dmarcOf(domain, txt)]);
}

async function spfOf(domain: string, txt: TxtLookup): Promise<Finding> {
  const records = await txt(domain);
  if (records === null)
    return spf.warning(`${domain} could not be asked`, "is DNS reachable here?");
  const found = records.filter((record) => /^v=spf1( |$)/i.test(record));
  const todo = `one TXT record at ${domain}: v=spf1 include:<your mail provider's> ~all`;
  if (found.length === 0) return spf.warning(`${domain} has no SPF record`, todo);
  if (found.length > 1)
    return spf.warning(`${domain} has ${found.length}: none of them counts`, todo);
  if (/(^| )\+?all( |$)/i.test(found[0] ?? ""))
    return spf.warning(`${domain} lets everybody send in its name`, "end it with ~all or -all");
  return spf.ok(`${domain}: ${found[0]}`);
}

async function dkimOf(domain: string): Promise<Finding> {
  return dkim.note(
    `cannot be looked up: only a sent mail names the selector of ${domain}`,
    "send yourself a link and look for dkim=pass in the mail's source",
  );
}

async function dmarcOf(domain: string, txt: TxtLookup): Promise<Finding> {
  let reached = false;
  for (const at of upwards(domain)) {
    const records = await txt(`_dmarc.${at}`);
    reached ||= records !== null;
    const found = records?.find((record) => /^v=DMARC1\s*(;|$)/i.test(record));
    if (found) return policyOf(at, found);
  }
  return reached
    ? dmarc.warning(
        `${domain} has no DMARC record`,
        `one TXT record at _dmarc.${domain}: v=DMARC1; p=quarantine`,
      )
    : dmarc.warning(`_dmarc.${domain} could not be asked`, "is DNS reachable here?");
}

function policyOf(domain: string, record: string): Finding {
  const policy = /(?:^|;)\s*p\s*=\s*(\w+)/i.exec(record)?.[1]?.toLowerCase();
  if (policy === "none")
    return dmarc.note(
      `${domain}: p=none only watches`,
      "once the reports look right: p=quarantine, then p=reject",
    );
  return dmarc.ok(`${domain}: ${record}`);
}

/** The domain itself, then what it is below, but no top-level domain (DMARC's tree walk). */
function upwards(domain: string): string[] {
  const labels = domain.split(".");
  return labels.slice(0, -1).map((_, at) => labels.slice(at).join("."));
}
