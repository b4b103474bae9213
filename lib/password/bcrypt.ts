import { once } from "../once";

type Bcrypt = {
  name: "bcrypt" | "bcryptjs";
  hash(password: string, cost: number): Promise<string>;
  compare(password: string, hash: string): Promise<boolean>;
};

/** Native bcrypt, in libuv's threads; where its binary does not load, the same hashes from JavaScript. */
const implementation = () => once("bcrypt", load);

async function load(): Promise<Bcrypt> {
  try {
    const { default: native } = await import("bcrypt");
    return { name: "bcrypt", hash: native.hash, compare: native.compare };
  } catch {
    const { default: portable } = await import("bcryptjs");
    return { name: "bcryptjs", hash: portable.hash, compare: portable.compare };
  }
}

export async function bcryptHash(password: string, cost: number): Promise<string> {
  return (await implementation()).hash(password, cost);
}

export async function bcryptCompare(password: string, hash: string): Promise<boolean> {
  return (await implementation()).compare(password, hash);
}

/** Which library hashes in this process; said in the log at start. */
export async function bcryptName(): Promise<Bcrypt["name"]> {
  return (await implementation()).name;
}
