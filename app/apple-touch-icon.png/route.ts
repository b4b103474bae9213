import { LOGO_GROUND } from "@/lib/config/brand";
import { drawn, icon } from "../drawn-icon";

const SIZE = 180;

export const dynamic = "force-static";

/** The icon on a phone's home screen, which rounds its corners itself. */
export async function GET(): Promise<Response> {
  return icon(await drawn(SIZE, LOGO_GROUND), "image/png");
}
