import { downloadOwnData } from "@/lib/http/data";
import { door } from "@/lib/http/endpoint";

export const { GET, POST, PUT, PATCH, DELETE } = door("/cuenta", downloadOwnData);
