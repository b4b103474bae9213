import { describe, expect, it } from "vitest";
import { doors } from "@/e2e/fuzz/doors";
import { meantBy, methodsAt } from "./routes";

// what is below `/api` knows its own methods
const OURS = doors().filter(({ path }) => !path.startsWith("/api/"));

describe("an address", () => {
  it.each(OURS)("is known as its folder has it: $method $path", ({ method, path }) => {
    expect(methodsAt(path)).toBe(method === "GET" ? "GET, HEAD" : method);
  });

  it.each(["/nada", "/registro/nada", "/login/", "/cuenta/perfil", "/constructor", ""])(
    "that no folder has is none: %j",
    (path) => expect(methodsAt(path)).toBeNull(),
  );

  it.each([".", ",", ")", ">", " ", "”", "»", '"', "*", "_", "\u200b", ").", "\r\n", "!?"])(
    "is meant where a sentence has put a sign behind it: %j",
    (sign) => expect(meantBy(`/registro${sign}`)).toBe("/registro"),
  );

  it.each([
    "/registro",
    "/nada.",
    "/registro/crear.",
    "/login\\",
    "/login.x",
    `/${".".repeat(30_000)}x`,
  ])("is not guessed: %.40j", (path) => expect(meantBy(path)).toBeNull());
});
