import { door } from "@/lib/http/endpoint";
import { saveNewPassword } from "@/lib/http/recovery";

export const { GET, POST, PUT, PATCH, DELETE } = door("/recuperar/nueva", saveNewPassword);
