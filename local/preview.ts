import { command } from "./command";

await command("preview");
