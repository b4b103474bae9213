import { endpoint } from "@/lib/http/endpoint";
import { sendRecovery } from "@/lib/http/recovery";

export const { GET, POST, PUT, PATCH, DELETE } = endpoint("/recuperar", sendRecovery);
