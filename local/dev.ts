import { command } from "./command";

await command("dev");
