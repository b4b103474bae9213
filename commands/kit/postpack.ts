import { rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { putBack } from "./manifest";

// npm runs it once it has packed.

const root = fileURLToPath(new URL("../..", import.meta.url));
putBack(root);
rmSync(join(root, "dist"), { recursive: true, force: true });
