import { readFileSync } from "node:fs";
import { singleton } from "../../singleton";
import { listHas } from "./list";

/**
 * The packed list of this process, read when the first password is chosen.
 * @throws the file system's fault when the file is not where the build put it
 */
export function commonPasswords(): Buffer {
  return singleton("common-passwords", () =>
    readFileSync(new URL("./passwords.bin", import.meta.url)),
  );
}

/**
 * Whether the whole password is one that many people have (NIST SP 800-63B-4 §3.1.1.2, OWASP ASVS 6.2.4, 6.2.12).
 * @param plain as `plainOf` gives it
 */
export function isCommon(plain: string): boolean {
  return listHas(commonPasswords(), plain);
}
