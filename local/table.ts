import { DEMO_ACCOUNTS } from "./demo/accounts";
import { GOOGLE_PASSWORD } from "./google/accounts";
import type { Lab } from "./lab";

/** What a person needs to know once everything runs. */
export function table(lab: Lab, seconds: string, colours: boolean): string {
  const bold = (text: string) => (colours ? `\x1b[1m${text}\x1b[22m` : text);
  const dim = (text: string) => (colours ? `\x1b[2m${text}\x1b[22m` : text);
  const row = (name: string, value: string) => `  ${dim(name.padEnd(20))} ${value}`;
  const localGoogle = lab.google.startsWith("http://localhost:");
  const lines = [
    bold(`  Ingreso is ready (${seconds} s)`),
    "",
    row("App", bold(lab.app)),
    row("Inbox", lab.inbox ?? "a real mail server (EMAIL_SERVER)"),
    row("Google", lab.google),
    row("SMTP", withoutPassword(lab.smtp)),
    row("Database", withoutPassword(lab.databaseUrl)),
  ];
  if (lab.embedded) {
    lines.push("", bold("  Demo accounts"), "");
    for (const { email, ways } of DEMO_ACCOUNTS) lines.push(row(email, ways));
    if (localGoogle) lines.push(row("nueva@gmail.com", "Google, no account here yet"));
  }
  if (localGoogle) {
    lines.push(
      row("At the local Google", `"Usar otra cuenta" asks for the password ${GOOGLE_PASSWORD}`),
    );
  }
  return `\n${lines.join("\n")}\n\n  ${dim("Ctrl-C stops everything")}\n`;
}

/** No URL's parser reads every address that libpq takes, such as one of several hosts. */
function withoutPassword(address: string): string {
  return address
    .replace(/(:\/\/[^:/?#]*):[^/?#]*@/, "$1:…@")
    .replaceAll(/([?&](?:ssl)?password=)[^&]*/gi, "$1…");
}
