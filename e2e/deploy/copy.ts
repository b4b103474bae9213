import { join } from "node:path";
import { buildCopy } from "../support/build-copy";
import { folder } from "./program";

/** These sources, built in a folder that goes with its test file. @returns where */
export function builtCopy(name: string, told: Parameters<typeof buildCopy>[1]): string {
  const copy = join(folder(name), "app");
  buildCopy(copy, told);
  return copy;
}
