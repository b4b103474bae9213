import { singleton } from "../singleton";
import { inThread, type Library } from "./threads";

/** One way to hash. */
export type Bcrypt = Readonly<{
  name: Library;
  hash(password: string, cost: number): Promise<string>;
  compare(password: string, hash: string): Promise<boolean>;
}>;

const implementation = () => singleton("bcrypt", () => chooseBcrypt(() => import("bcrypt")));

/**
 * Native bcrypt where its binary loads, else the same hashes from JavaScript.
 * @param loadNative throws where there is no binary for this machine
 */
export async function chooseBcrypt(loadNative: () => Promise<unknown>): Promise<Bcrypt> {
  const name = await loadNative().then(
    () => "bcrypt" as const,
    () => "bcryptjs" as const,
  );
  return {
    name,
    hash: (password, cost) => inThread(name, { verb: "hash", password, cost }),
    compare: (password, hash) => inThread(name, { verb: "compare", password, hash }),
  };
}

/**
 * @param cost how often the key schedule runs, as a power of two
 * @returns the hash, as `$2b$`
 */
export async function bcryptHash(password: string, cost: number): Promise<string> {
  return (await implementation()).hash(password, cost);
}

/**
 * Compares with a hash of any of bcrypt's three names: PHP's `$2y$` and the old `$2a$` mean what `$2b$` does. False for
 * a hash that is none.
 */
export async function bcryptCompare(password: string, hash: string): Promise<boolean> {
  return (await implementation()).compare(password, hash.replace(/^\$2[ay]\$/, "$2b$"));
}

/** Which library hashes in this process; said in the log at start. */
export async function bcryptName(): Promise<Bcrypt["name"]> {
  return (await implementation()).name;
}
