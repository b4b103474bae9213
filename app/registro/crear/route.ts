import { endpoint } from "@/lib/http/endpoint";
import { createAccount } from "@/lib/http/registration";

export const { GET, POST, PUT, PATCH, DELETE } = endpoint("/registro", createAccount);
