export { downloadData as GET } from "@/lib/door/data";
