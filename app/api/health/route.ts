import { wrongMethods } from "@/lib/door/door";
import { health } from "@/lib/door/health";

export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
  return health();
}

export const { POST, PUT, PATCH, DELETE } = wrongMethods("GET");
