import type { Mail } from "@/testing/inbox/inbox";
import { Program } from "@/testing/program";
import type { Lab } from "../fixtures";

/** A program that asked an endpoint for a mail, and that mail. @param more fields of the form besides the address */
export async function askedFor(
  { app, inbox }: Pick<Lab, "app" | "inbox">,
  endpoint: string,
  email: string,
  more: Record<string, string> = {},
): Promise<{ asking: Program; mail: Mail; link: string }> {
  const known = (await inbox.mails(email)).at(-1)?.id;
  const asking = await Program.at(app);
  await asking.post(endpoint, { email, ...more });
  const mail = await inbox.wait(email, known);
  return { asking, mail, link: mail.links[0] ?? "" };
}
