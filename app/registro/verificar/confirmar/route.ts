import { door } from "@/lib/http/endpoint";
import { confirmAddress } from "@/lib/http/registration";

export const { GET, POST, PUT, PATCH, DELETE } = door("/registro/verificar", confirmAddress);
