import { knowsOnly } from "@/lib/door/door";
import { health } from "@/lib/door/health";

export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
  return health();
}

export const POST = knowsOnly("GET");
export const PUT = POST;
export const PATCH = POST;
export const DELETE = POST;
