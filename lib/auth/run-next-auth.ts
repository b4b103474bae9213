import { parseSetCookie } from "cookie";
import type { NextApiRequest, NextApiResponse } from "next";
import NextAuth, { type NextAuthOptions } from "next-auth";
import { defaultOf } from "./default-of";

export type AuthRun = {
  method: "GET" | "POST";
  path: readonly string[];
  query?: Record<string, string>;
  body?: Record<string, string>;
  cookies: Record<string, string>;
};

export type AuthRan = {
  status: number;
  location: string | null;
  /** by name, "" for a removed one; browsers never get them as they are */
  cookies: ReadonlyMap<string, string>;
  body: unknown;
};

/**
 * By next-auth's documented `(req, res, options)` entry: it sees only what we chose, and no header of another origin.
 */
export async function runNextAuth(run: AuthRun, options: NextAuthOptions): Promise<AuthRan> {
  const ran: AuthRan = { status: 200, location: null, cookies: new Map(), body: undefined };
  const headers = new Map<string, unknown>();
  const response = {
    status(code: number) {
      ran.status = code;
      return response;
    },
    getHeader: (name: string) => headers.get(name.toLowerCase()),
    setHeader(name: string, value: unknown) {
      headers.set(name.toLowerCase(), value);
      return response;
    },
    json: finish,
    send: finish,
    end: finish,
  };
  function finish(body: unknown) {
    ran.body = body;
    return response;
  }
  const request = { ...run, query: { ...run.query, nextauth: run.path }, headers: {} };
  await defaultOf(NextAuth)(
    request as unknown as NextApiRequest,
    response as unknown as NextApiResponse,
    options,
  );
  ran.cookies = new Map(
    asStrings(headers.get("set-cookie"))
      .map((line) => parseSetCookie(line))
      .map(({ name, value = "" }) => [name, value]),
  );
  ran.location = asStrings(headers.get("location"))[0] ?? null;
  return ran;
}

function asStrings(header: unknown): string[] {
  return (Array.isArray(header) ? header : [header]).filter((one) => typeof one === "string");
}
