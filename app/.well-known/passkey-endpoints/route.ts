import { settings } from "@/lib/config/settings";

export const dynamic = "force-dynamic";

/** Where managers lead a person to add or see passkeys (W3C, A Well-Known URL for Relying Party Passkey Endpoints). */
export function GET(): Response {
  const page = `${settings().origin}/cuenta/llaves`;
  return Response.json(
    { enroll: page, manage: page },
    { headers: { "cache-control": "public, max-age=3600", "x-content-type-options": "nosniff" } },
  );
}
