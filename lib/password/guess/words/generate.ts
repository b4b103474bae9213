import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { sourceKeyboards, sourceWords } from "./source";

// Run by hand, when a package or `regional.txt` has new words; what it writes is committed.
const write = (name: string, text: string) =>
  writeFileSync(fileURLToPath(new URL(name, import.meta.url)), `${text}\n`);

const lists = Object.entries(sourceWords());
write("words.txt", lists.map(([name, list]) => [name, ...list].join(" ").trimEnd()).join("\n"));
write("keyboards.json", JSON.stringify(sourceKeyboards(), null, 2));
for (const [name, list] of lists)
  console.log(`${name}: ${list.filter((word) => word !== "").length} words`);
