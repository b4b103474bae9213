import addressparser from "nodemailer/lib/addressparser";

/** Who the mails are from, in the parts that headers and inbox searches need. */
export type Sender = { name: string; address: string; domain: string };

/**
 * The parts of `EMAIL_FROM` (`Alegra <ingreso@alegra.example>`).
 *
 * The domain is the one that a `Message-ID` should carry (RFC 5322 §3.6.4).
 */
export function senderOf(emailFrom: string): Sender {
  const [first] = addressparser(emailFrom, { flatten: true });
  const address = first?.address ?? "";
  return { name: first?.name ?? "", address, domain: address.slice(address.lastIndexOf("@") + 1) };
}
