import { linkGoogle } from "@/lib/auth/google-link";
import { door } from "@/lib/door/door";

export const { GET, POST, PUT, PATCH, DELETE } = door("/cuenta", linkGoogle);
