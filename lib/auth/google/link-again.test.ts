import { describe, expect, it } from "vitest";
import { database, google } from "@/e2e/support/unit";
import { browser, led, noticeAt, said } from "@/e2e/support/unit/auth";
import { PROGRAM } from "@/e2e/support/unit/caller";
import { back, LINK, signedIn, signIn } from "@/e2e/support/unit/google";
import { someone } from "@/e2e/support/unit/people";
import { messages } from "../../messages/messages";
import { findUserByGoogle } from "../../user/find";

describe("a return that linked nothing and comes again", () => {
  const ended = {
    taken: async ({ person, caller }: Awaited<ReturnType<typeof signedIn>>) => {
      const { sub } = await google.add({ email: someone("gmail.com") });
      await signIn(browser(), sub);
      expect(await findUserByGoogle(sub)).not.toMatchObject({ id: person.id });
      return back(caller, sub, {}, LINK);
    },
    second: async ({ caller }: Awaited<ReturnType<typeof signedIn>>) => {
      const [one, other] = [
        await google.add({ email: someone("otra.com") }),
        await google.add({ email: someone("otra.com") }),
      ];
      const path = await back(caller, other.sub, {}, LINK);
      await caller.get(await back(caller, one.sub, {}, LINK));
      return path;
    },
    "not-reauthenticated": async ({ caller }: Awaited<ReturnType<typeof signedIn>>) => {
      const { sub } = await google.add({ email: someone("otra.com") });
      const path = await back(caller, sub, {}, LINK);
      await database.age("10 minutes");
      return path;
    },
  };
  const FIRST = {
    taken: ["/cuenta", messages().replies.googleTaken],
    second: ["/cuenta", messages().replies.googleSecond],
    "not-reauthenticated": [
      "/cuenta/confirmar?callbackUrl=/cuenta%23google",
      messages().replies.googleLate,
    ],
  } as const;

  it.each(["taken", "second", "not-reauthenticated"] as const)(
    "leads to where the first led (%s), without an error",
    async (outcome) => {
      const here = await signedIn();
      const { caller } = here;
      const path = await ended[outcome](here);
      const before = new Map(caller.cookies);
      const [place, notice] = FIRST[outcome];
      const page = place.split("?")[0] ?? "";
      expect(led(await caller.get(path))).toEqual([303, place]);
      expect(await noticeAt(page, caller)).toEqual(notice);
      for (const _ of [1, 2]) {
        expect(led(await caller.get(path))).toEqual([303, place]);
        expect(await noticeAt(page, caller)).toBeNull();
      }
      // a browser that was restored to what it had before
      for (const [name, value] of before) caller.cookies.set(name, value);
      expect(led(await caller.get(path))).toEqual([303, "/cuenta"]);
      expect(await noticeAt("/cuenta", caller)).toBeNull();
    },
  );

  it("ten times at the same instant is told once, and never that Google did not answer", async () => {
    for (const outcome of ["taken", "second", "not-reauthenticated"] as const) {
      const here = await signedIn();
      const path = await ended[outcome](here);
      const answers = await Promise.all(
        Array.from({ length: 10 }, () => here.caller.send(path, { headers: PROGRAM })),
      );
      const refused = answers.filter(({ ok }) => !ok);
      expect(refused).toHaveLength(1);
      for (const answer of refused)
        expect(await said(answer)).toMatchObject({ message: FIRST[outcome][1].text });
    }
  });
});
