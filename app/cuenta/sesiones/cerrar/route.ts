import { closeSession } from "@/lib/http/account";
import { door } from "@/lib/http/endpoint";

export const { GET, POST, PUT, PATCH, DELETE } = door("/cuenta", closeSession);
