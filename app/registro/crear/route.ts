import { door } from "@/lib/http/endpoint";
import { createAccount } from "@/lib/http/registration";

export const { GET, POST, PUT, PATCH, DELETE } = door("/registro", createAccount);
