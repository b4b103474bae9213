import { describe, expect, it } from "vitest";
import { messages } from "../messages/messages";
import { newToken } from "../secrets";
import { type CookieKind, cookieName, setCookie } from "./cookies";
import { readFlash, readingOf } from "./flash";
import { respond } from "./reply";

const notice = messages().replies.nameSaved;

/** The flash of a reply, for a browser with that session. */
async function shownTo(response: Response, session: string | undefined) {
  const name = `${cookieName("form")}=`;
  const line = response.headers.getSetCookie().find((one) => one.startsWith(name)) ?? "";
  const jar: Partial<Record<CookieKind, string | undefined>> = {
    form: line.slice(name.length).split(";")[0],
    session,
  };
  return readFlash("/cuenta", (kind) => jar[kind]);
}

describe("a flash", () => {
  it.each([true, false])(
    "is shown in the session that asked, program or not: %s",
    async (program) => {
      const session = newToken();
      const response = await respond({ ok: true, url: "/cuenta#perfil", notice }, program, {
        session,
      });
      expect(await shownTo(response, session)).toMatchObject({ notice });
      for (const other of [newToken(), "", undefined])
        expect(await shownTo(response, other)).toBeNull();
    },
  );

  it("that comes with a new session is that one's, not the old one's", async () => {
    const [before, session] = [newToken(), newToken()];
    const cookies = [setCookie("session", session, 60)];
    const response = await respond({ ok: true, url: "/cuenta", notice, cookies }, false, {
      session: before,
    });
    expect(await shownTo(response, session)).toMatchObject({ notice });
    expect(await shownTo(response, before)).toBeNull();
  });

  it("that comes with the end of a session is nobody's", async () => {
    const cookies = [setCookie("session", "", 0)];
    const response = await respond({ ok: true, url: "/cuenta", notice, cookies }, false, {
      session: newToken(),
    });
    expect(await shownTo(response, undefined)).toMatchObject({ notice });
  });

  it.each([
    ["GET", {}, "shows"],
    ["GET", { "sec-fetch-dest": "document" }, "shows"],
    ["GET", { "sec-fetch-dest": "empty" }, "ends"],
    ["HEAD", {}, "leaves"],
    ["GET", { "sec-fetch-dest": "document", "sec-purpose": "prefetch" }, "leaves"],
    ["GET", { "sec-fetch-dest": "document", "sec-purpose": "prefetch;prerender" }, "leaves"],
    ["GET", { "sec-fetch-dest": "empty", "sec-purpose": "prefetch" }, "leaves"],
    ["GET", { purpose: "prefetch" }, "leaves"],
    ["GET", { "x-purpose": "preview" }, "leaves"],
    ["GET", { "x-moz": "prefetch" }, "leaves"],
  ] as const)("is read by a %s with %j so that it %s", (method, headers, reading) => {
    expect(readingOf({ method, headers: new Headers(headers) })).toBe(reading);
  });
});
