import { command } from "./command";
import { requireDatabase } from "./database";
import { migrate } from "./migrations";

await command(async () => {
  const { applied } = await migrate(requireDatabase());
  for (const name of applied) console.log(`applied ${name}`);
  if (applied.length === 0) console.log("nothing to apply");
  return 0;
});
