import { closeAllSessions } from "@/lib/http/account";
import { endpoint } from "@/lib/http/endpoint";

export const { GET, POST, PUT, PATCH, DELETE } = endpoint("/cuenta", closeAllSessions);
