import { command } from "./command";
import { difference } from "./difference";
import { withShadowServer } from "./shadow";

await command(async () => {
  const sql = await withShadowServer((url) => difference(url));
  console.log(sql ?? "-- the migrations and prisma/schema.prisma say the same");
  return sql === null ? 0 : 2;
});
