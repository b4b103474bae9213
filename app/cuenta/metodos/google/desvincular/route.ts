import { unlinkOwnGoogle } from "@/lib/door/account";
import { door } from "@/lib/door/door";

export const { GET, POST, PUT, PATCH, DELETE } = door("/cuenta", unlinkOwnGoogle);
