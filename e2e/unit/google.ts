import { google } from "@/e2e/unit";
import { AUTH } from "./auth";
import type { Caller } from "./caller";

/** Goes to Google from `/login`, as far as the account chooser. */
export async function start(caller: Caller, fields = {}, path = `${AUTH}/signin/google`) {
  const response = await caller.post(path, fields);
  return { response, url: new URL(response.headers.get("location") ?? "", google.origin) };
}

/** The whole way there and back with the account of that subject. */
export async function signIn(caller: Caller, sub: string, fields = {}): Promise<Response> {
  return caller.get(await back(caller, sub, fields));
}

/** There with the account of that subject. @returns the path that Google leads back to */
export async function back(
  caller: Caller,
  sub: string,
  fields = {},
  path?: string,
): Promise<string> {
  const { url } = await start(caller, fields, path);
  return google.choose(url.href, sub);
}
