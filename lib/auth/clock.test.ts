import { expect, it } from "vitest";
import { database } from "@/e2e/unit";
import { newPerson, someone, stranger } from "@/e2e/unit/people";
import { SecondProcess } from "@/e2e/unit/second-process";
import { mint } from "@/e2e/unit/tokens";
import { startSession } from "../session/start";
import { reserveSend } from "../throttle/sends";

it.each([
  ["an hour slow", -3_600_000],
  ["an hour fast", 3_600_000],
])(
  "a process whose clock is %s judges links, sessions and sends right",
  async (_, off) => {
    const person = await newPerson();
    const [{ token: old }, oldSession] = [
      await mint((await newPerson()).address),
      await startSession(person, "email", stranger()),
    ];
    await database.age("7 days");
    const fresh = await mint((await newPerson()).address);
    const session = await startSession(person, "email", stranger());
    const address = someone();
    await reserveSend("magic-link", address);

    const other = new SecondProcess(`import { adapterOf } from "./lib/auth/adapter";
    import { consumeMagicLink } from "./lib/magic-link/consume";
    import { OPERATOR as requester } from "./lib/operator/operator";
    import { newToken } from "./lib/secret";
    import { sendWait } from "./lib/throttle/sends";
    const Right = Date;
    globalThis.Date = class extends Right {
      constructor(...given) { super(...(given.length ? given : [Right.now() + ${off}])); }
      static now() { return Right.now() + ${off}; }
    };
    const isIn = async (token) => {
      const found = await adapterOf({}).getSessionAndUser(token);
      return found !== null && found.session.expires > new Date();
    };
    const use = (token) => consumeMagicLink(token, { requester, sessionToken: newToken() });
    await gate();
    console.log(JSON.stringify({
      old: await use("${old}"),
      fresh: (await use("${fresh.token}")).ok,
      sessions: [await isIn("${oldSession.token}"), await isIn("${session.token}")],
      seconds: (await sendWait("magic-link", "${address}"))?.seconds,
    }));
    process.exit();`);
    await other.ready();
    const judged = await other.go<{ seconds: number }>();
    expect(judged).toMatchObject({
      old: { ok: false, refusal: "expired" },
      fresh: true,
      sessions: [false, true],
    });
    expect(judged.seconds).toBeLessThanOrEqual(60);
  },
  60_000,
);
