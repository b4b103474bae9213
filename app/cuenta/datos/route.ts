import { downloadOwnData } from "@/lib/http/data";
import { endpoint } from "@/lib/http/endpoint";

export const { GET, POST, PUT, PATCH, DELETE } = endpoint("/cuenta", downloadOwnData);
