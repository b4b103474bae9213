import addressparser from "nodemailer/lib/addressparser";

export type Sender = { name: string; address: string; domain: string };

/** Parses `EMAIL_FROM` (`Name <address@example.com>`); its domain is for `Message-ID` (RFC 5322 §3.6.4). */
export function senderOf(emailFrom: string): Sender {
  const [first] = addressparser(emailFrom, { flatten: true });
  const address = first?.address ?? "";
  return { name: first?.name ?? "", address, domain: address.slice(address.lastIndexOf("@") + 1) };
}
