import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundleKit } from "./bundle";
import { leanManifest, PLACE, putBack, SCOPE, swap } from "./manifest";
import { writeTypes } from "./types";

// npm runs it before it packs: the package of `npm pack` is the kit, `ingreso/testing`, and nothing of the product.

const root = fileURLToPath(new URL("../..", import.meta.url));
putBack(root);
rmSync(join(root, "dist"), { recursive: true, force: true });
const [packages] = await Promise.all([
  bundleKit(root, join(root, PLACE.js)),
  writeTypes(root, join(root, PLACE.types)),
]);
writeFileSync(join(root, PLACE.scope), SCOPE);
swap(root, leanManifest(JSON.parse(readFileSync(join(root, "package.json"), "utf8")), packages));
