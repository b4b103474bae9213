import { endpoint } from "@/lib/http/endpoint";
import { confirmAddress } from "@/lib/http/registration";

export const { GET, POST, PUT, PATCH, DELETE } = endpoint("/registro/verificar", confirmAddress);
