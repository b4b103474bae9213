import { LOGO } from "@/lib/config/brand";
import { icon } from "../drawn-icon";

export const dynamic = "force-static";

/** The icon of browsers that take drawings. */
export function GET(): Response {
  return icon(LOGO, "image/svg+xml");
}
