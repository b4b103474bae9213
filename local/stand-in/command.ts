import { fileURLToPath } from "node:url";
import { command } from "../command";

const app = fileURLToPath(new URL("app.mjs", import.meta.url));

await command("dev", [process.execPath, app]);
