import { linkGoogle } from "@/lib/auth/google/link";
import { endpoint } from "@/lib/http/endpoint";

export const { GET, POST, PUT, PATCH, DELETE } = endpoint(linkGoogle);
