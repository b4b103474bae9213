import { expect, it } from "vitest";
import { database, google } from "@/e2e/support/unit";
import { AUTH, browser, led, whoIsIn } from "@/e2e/support/unit/auth";
import { signIn } from "@/e2e/support/unit/google";
import { PASSWORD, withPassword } from "@/e2e/support/unit/passwords";
import { mint } from "@/e2e/support/unit/tokens";
import { cookieName } from "../http/cookies";
import { newToken } from "../secrets";

/** What lets a person in besides the mail, as it is stored. */
const waysIn = (id: string) =>
  database.sql(
    `select u.email, u."passwordHash", a.provider, a."providerAccountId"
     from "User" u left join "Account" a on a."userId" = u.id where u.id = $1`,
    [id],
  );

const WAYS = ["password", "google", "link", "code"] as const;

it.each(WAYS)("signing in by %s removes no way in, and the mail always lets in", async (way) => {
  const { id, address } = await withPassword();
  const { sub } = await google.add({ email: address });
  await database.sql(
    `insert into "Account" ("userId", provider, "providerAccountId", address) values ($1, 'google', $2, $3)`,
    [id, sub, address],
  );
  const before = await waysIn(id);
  const caller = browser();
  const asked = newToken();
  const code = { digits: "402918", life: 600 };
  const { token } = await mint(address, way === "code" ? { browser: asked, code } : {});
  if (way === "code") caller.cookies.set(cookieName("asked"), asked);
  const enter = {
    password: () =>
      caller.post(`${AUTH}/callback/credentials`, { email: address, password: PASSWORD }),
    google: () => signIn(caller, sub),
    link: () => caller.post(`${AUTH}/callback/email`, { token }),
    code: () => caller.post(`${AUTH}/callback/email`, { code: code.digits }),
  };
  expect(led(await enter[way]())).toEqual([303, "/cuenta"]);
  expect((await whoIsIn(caller))?.id).toBe(id);
  expect(await waysIn(id)).toEqual(before);

  const other = browser();
  const next = await mint(address);
  await other.post(`${AUTH}/callback/email`, { token: next.token });
  expect((await whoIsIn(other))?.id).toBe(id);
});
