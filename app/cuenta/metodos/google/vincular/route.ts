import { linkGoogle } from "@/lib/auth/google/link";
import { door } from "@/lib/http/endpoint";

export const { GET, POST, PUT, PATCH, DELETE } = door("/cuenta", linkGoogle);
