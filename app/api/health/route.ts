import { health } from "@/lib/door/health";

export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
  return health();
}
