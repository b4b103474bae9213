import { readFileSync } from "node:fs";
import { singleton } from "../../singleton";
import { listHas } from "./list";

/** Read when the first password is chosen. @throws the file system's fault when the build put the file elsewhere */
export function commonPasswords(): Buffer {
  return singleton("common-passwords", () =>
    readFileSync(new URL("./passwords.bin", import.meta.url)),
  );
}

/** NIST SP 800-63B-4 §3.1.1.2, OWASP ASVS 6.2.4, 6.2.12. @param plain as `plainOf` gives it */
export function isCommon(plain: string): boolean {
  return listHas(commonPasswords(), plain);
}
