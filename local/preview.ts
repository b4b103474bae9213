import "@/lib/environment";
import { command } from "./command";

await command("preview");
