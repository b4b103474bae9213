import { door } from "@/lib/door/door";
import { confirmAddress } from "@/lib/door/registration";

export const { GET, POST, PUT, PATCH, DELETE } = door("/registro/verificar", confirmAddress);
