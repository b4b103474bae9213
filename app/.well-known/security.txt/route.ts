import { securityTxt } from "@/lib/http/security-txt";

export const dynamic = "force-dynamic";

/** How to report a hole (RFC 9116). */
export function GET(): Response {
  return securityTxt();
}
