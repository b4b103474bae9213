import { downloadOwnData } from "@/lib/door/data";
import { door } from "@/lib/door/door";

export const { GET, POST, PUT, PATCH, DELETE } = door("/cuenta", downloadOwnData);
