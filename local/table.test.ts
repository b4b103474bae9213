import { expect, it } from "vitest";
import type { Lab } from "./lab";
import { table } from "./table";

it.each([
  ["postgresql://app:hunter2@db/ingreso", "postgresql://app:…@db/ingreso"],
  ["postgresql://app:hun@ter2@one:5432,two/ingreso", "postgresql://app:…@one:5432,two/ingreso"],
  ["postgresql://app:hunter2@/ingreso?host=/run", "postgresql://app:…@/ingreso?host=/run"],
  ["postgresql:///ingreso?password=hunter2&user=app", "postgresql:///ingreso?password=…&user=app"],
  ["postgresql://app@db/ingreso", "postgresql://app@db/ingreso"],
])("the table shows the address %s without its password", (databaseUrl, shown) => {
  const lab = { databaseUrl, smtp: "smtp://localhost", google: "g", app: "a", inbox: null };
  const lines = table(lab as Lab, "1", false);
  expect(lines).toContain(shown);
  expect(lines).not.toContain("ter2");
});
