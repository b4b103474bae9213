import "@/lib/config/environment";
import { command } from "./command";

await command("dev");
