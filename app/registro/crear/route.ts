import { door } from "@/lib/door/door";
import { createAccount } from "@/lib/door/registration";

export const { GET, POST, PUT, PATCH, DELETE } = door("/registro", createAccount);
