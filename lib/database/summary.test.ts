import { expect, it } from "vitest";
import { summaryOf } from "./summary";

it.each([
  [
    "$queryRaw",
    undefined,
    { strings: ['insert into "TryThrottle" values (', ")"], values: ["ana@example.com"] },
    "insert TryThrottle",
  ],
  ["$executeRaw", undefined, { strings: ['\n    update "Session" set x'] }, "update Session"],
  ["$queryRaw", undefined, { strings: ["select 1"] }, "select"],
  ["$queryRaw", undefined, null, "queryRaw"],
  ["findUnique", "User", { where: { email: "ana@example.com" } }, "findUnique User"],
])("%s of %s is said in few words, none of them a value", (operation, model, args, said) => {
  expect(summaryOf(operation, model, args)).toBe(said);
});
