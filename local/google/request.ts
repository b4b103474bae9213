import { isLoopback } from "@/lib/ip";
import { parseAddress } from "../http";
import { CALLBACK_PATH, CLIENT } from "./client";

const REQUIRED = ["client_id", "redirect_uri", "response_type", "scope"];
const SCOPES = ["openid", "email", "profile"];
const PROMPTS = ["consent", "select_account"];

/** What Google shows on a page of its own, without leading back. */
export type Refusal = { status: 400 | 401; error: string; detail: string };

/**
 * What Google does not take of an authorization request, by its documents
 * (https://developers.google.com/identity/openid-connect/openid-connect#authenticationuriparameters); null when it does.
 * @param origins where apps live besides localhost
 */
export function refusalOf(query: URLSearchParams, origins: string[]): Refusal | null {
  const refuse = (error: string, detail: string, status: 400 | 401 = 400) => ({
    status,
    error,
    detail,
  });
  const repeated = [...query.keys()].find((name, index, all) => all.indexOf(name) !== index);
  if (repeated)
    return refuse(
      "invalid_request",
      `OAuth 2 parameters can only have a single value: ${repeated}`,
    );
  const missing = REQUIRED.find((name) => !query.get(name));
  if (missing) return refuse("invalid_request", `Missing required parameter: ${missing}`);
  if (query.get("client_id") !== CLIENT.id)
    return refuse("invalid_client", "The OAuth client was not found.", 401);
  if (!isRegistered(query.get("redirect_uri") ?? "", origins))
    return refuse("redirect_uri_mismatch", "The redirect address is not registered.");
  const unknown = wordsOf(query, "scope").filter((scope) => !SCOPES.includes(scope));
  if (unknown.length > 0)
    return refuse("invalid_scope", `Some requested scopes were invalid: ${unknown.join(" ")}`);
  const prompts = wordsOf(query, "prompt");
  // it knows no `login`: no request makes a person sign in there anew
  if (prompts.join() === "none" || prompts.every((prompt) => PROMPTS.includes(prompt))) return null;
  return refuse(
    "invalid_request",
    `Invalid parameter value for prompt: Invalid prompt: ${query.get("prompt")}`,
  );
}

/**
 * The same request without what Google passes over: `max_age`, and `claims`, for which it wants a verified app. Its
 * prompts all come down to the chooser here, but for `none`.
 */
export function asHeard(query: URLSearchParams): URLSearchParams {
  const heard = new URLSearchParams(query);
  for (const name of ["max_age", "claims"]) heard.delete(name);
  if (heard.get("prompt") !== "none") heard.delete("prompt");
  return heard;
}

/** Apps are expected at any local port, and at `origins`; several processes join, so there is no list of addresses. */
export function isRegistered(uri: string, origins: string[]): boolean {
  const url = parseAddress(uri);
  if (!url || url.pathname !== CALLBACK_PATH || url.search || url.hash) return false;
  if (origins.includes(url.origin)) return true;
  return url.protocol === "http:" && isLoopback(url.hostname);
}

function wordsOf(query: URLSearchParams, name: string): string[] {
  return (query.get(name) ?? "").split(" ").filter((word) => word !== "");
}
