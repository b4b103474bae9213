import { endpoint } from "@/lib/http/endpoint";
import { saveNewPassword } from "@/lib/http/recovery";

export const { GET, POST, PUT, PATCH, DELETE } = endpoint("/recuperar/nueva", saveNewPassword);
