import { door } from "@/lib/door/door";
import { saveNewPassword } from "@/lib/door/recovery";

export const { GET, POST, PUT, PATCH, DELETE } = door("/recuperar/nueva", saveNewPassword);
