import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { listSize, packList } from "./list";
import { sourcePasswords } from "./source";

// Run by hand, when the package has a new list; what it writes is committed.
const list = packList(sourcePasswords());
writeFileSync(fileURLToPath(new URL("passwords.bin", import.meta.url)), list);
console.log(`${listSize(list)} common passwords in ${list.length} bytes`);
