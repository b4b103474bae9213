import { Program, tally, tokenIn } from "@/testing/program";
import { expect, test } from "../support/fixtures";
import { register } from "../support/lab/person";

// What fifty at once may do, from two processes on one database.

const FIFTY = Array.from({ length: 50 }, (_, index) => index);

test("fifty requests for a link at once send one mail", async ({ lab, address }) => {
  const at = [await Program.at(lab.app), await Program.at(await lab.second())] as const;
  const answers = await Promise.all(
    FIFTY.map((index) => {
      const [one, other] = at;
      return (index % 2 ? one : other).post("/api/auth/signin/email", { email: address });
    }),
  );
  expect(tally(answers.map((answer) => answer.status()))).toEqual({ 200: 1, 429: 49 });
  for (const refused of answers.filter((answer) => answer.status() === 429)) {
    const { error, retryAfter } = await refused.json();
    expect(error).toBe("Throttled");
    expect(retryAfter).toBeGreaterThan(50);
    expect(refused.headers()["retry-after"]).toBe(String(retryAfter));
  }
  expect(await lab.inbox.mails(address)).toHaveLength(1);
});

test("fifty uses of one link at once open one session", async ({ lab, address }) => {
  await register(lab.app, lab.inbox, address);
  await lab.database.sql('delete from "Session"');
  const { id } = await lab.inbox.wait(address);
  const asking = await Program.at(lab.app);
  await asking.post("/api/auth/signin/email", { email: address });
  const token = tokenIn(await lab.inbox.wait(address, id));

  const second = await lab.second();
  const answers = await Promise.all(
    FIFTY.map(async (index) => {
      const program = await Program.at(index % 2 ? lab.app : second);
      const answer = await program.post("/api/auth/callback/email", { token });
      return [answer.status(), (await answer.json()).error ?? "in"].join(" ");
    }),
  );
  expect(tally(answers)).toEqual({ "200 in": 1, "401 LinkUsed": 49 });
  const [row] = await lab.database.sql<{ n: number }>(
    'select count(*)::int as n from "Session" s join "User" u on u.id = s."userId" where u.email = $1',
    [address],
  );
  expect(row?.n).toBe(1);
});

test("two links of one address used at once open one session", async ({ lab, address }) => {
  await register(lab.app, lab.inbox, address);
  const asking = await Program.at(lab.app);
  const tokens: string[] = [];
  let after = (await lab.inbox.wait(address)).id;
  for (const _ of [1, 2]) {
    await asking.post("/api/auth/signin/email", { email: address });
    const mail = await lab.inbox.wait(address, after);
    after = mail.id;
    tokens.push(tokenIn(mail));
    await lab.database.age("61 seconds");
  }
  const apps = [lab.app, await lab.second()];
  const answers = await Promise.all(
    FIFTY.map(async (index) => {
      const program = await Program.at(apps[index % 2] ?? "");
      const token = tokens[Math.floor(index / 2) % 2] ?? "";
      const answer = await program.post("/api/auth/callback/email", { token });
      return (await answer.json()).error ?? "in";
    }),
  );
  const { in: won, LinkUsed = 0, LinkEnded = 0 } = tally(answers);
  expect(won).toBe(1);
  expect(LinkUsed + LinkEnded).toBe(49);
});

test("five tries of a code, also when fifty come at once", async ({ lab, address }) => {
  await register(lab.app, lab.inbox, address);
  const asking = await Program.at(lab.app);
  const { id } = await lab.inbox.wait(address);
  await asking.post("/api/auth/signin/email", { email: address });
  const { text } = await lab.inbox.wait(address, id);
  const code = /\b\d{6}\b/.exec(text)?.[0] ?? "";
  const wrong = code === "000000" ? "000001" : "000000";

  const answers = await Promise.all(
    FIFTY.slice(0, 20).map(() => asking.post("/api/auth/callback/email", { code: wrong })),
  );
  const errors = await Promise.all(answers.map(async (answer) => (await answer.json()).error));
  expect(tally(errors)).toEqual({ CodeWrong: 5, CodeEnded: 15 });
  const late = await asking.post("/api/auth/callback/email", { code });
  expect(await late.json()).toMatchObject({ error: "CodeEnded" });
});
