import { door } from "@/lib/door/door";
import { sendRecovery } from "@/lib/door/recovery";

export const { GET, POST, PUT, PATCH, DELETE } = door("/recuperar", sendRecovery);
