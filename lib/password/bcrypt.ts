import { singleton } from "../singleton";
import { inThread, type Library } from "./threads";

export type Bcrypt = Readonly<{
  name: Library;
  hash(password: string, cost: number): Promise<string>;
  compare(password: string, hash: string): Promise<boolean>;
}>;

const implementation = () => singleton("bcrypt", () => chooseBcrypt(() => import("bcrypt")));

/** Native bcrypt where its binary loads, else JavaScript. @param loadNative throws where there is no binary */
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

/** @param cost power of two @returns the hash, as `$2b$` */
export async function bcryptHash(password: string, cost: number): Promise<string> {
  return (await implementation()).hash(password, cost);
}

/** PHP's `$2y$` and the old `$2a$` mean `$2b$`. False for a hash that is none. */
export async function bcryptCompare(password: string, hash: string): Promise<boolean> {
  return (await implementation()).compare(password, hash.replace(/^\$2[ay]\$/, "$2b$"));
}

export async function bcryptName(): Promise<Bcrypt["name"]> {
  return (await implementation()).name;
}
