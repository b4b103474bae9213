import { readFileSync } from "node:fs";
import { statePath } from "@/local/state";
import { tool } from "../runner/program";
import { ensureBrowser } from "../support/browser";
import { expect, test as lab } from "../support/fixtures";
import { mailpitBefore } from "../support/lab/mailpit";

// The kit at places that it did not start: a suite of its own runs in a process of its own (`e2e/kit`).

// what breaks something there asks to be alone, and would wait for this test
const test = lab.extend({
  turn: async ({ lab: _ }, use) => use({ alone: async () => undefined }),
});

const lacks = (what: string) => (needed: string) => `left out: ${needed} needs ${what}`;
const anInbox = lacks("an inbox that can be read (INBOX_URL)");
const aLocalPlace = lacks("a local product and a database made for tests (INGRESO_LOCAL)");
const LOCAL = {
  google: lacks("the local Google")("google"),
  clock: aLocalPlace("clock"),
  otp: aLocalPlace("otp"),
};

type Suite = {
  specs: {
    title: string;
    tests: { status: string; annotations: { description?: string }[] }[];
  }[];
};

test("at a deployment only what does no harm runs, and the rest says what it lacks", async ({
  lab: { app, database },
}, info) => {
  const people = () => database.sql(`select count(*) from "User"`);
  const before = await people();
  const { said, output } = await suite("deployment", { BASE_URL: app }, info.outputPath());
  expect(said).toEqual({
    page: "passed",
    inbox: anInbox("inbox"),
    person: anInbox("person"),
    "person with a passkey": anInbox("person"),
    scanner: anInbox("an adversary"),
    doubleClicker: anInbox("an adversary"),
    racer: anInbox("an adversary"),
    outage: anInbox("an adversary"),
    "inbox.fault": anInbox("inbox"),
    ...LOCAL,
  });
  for (const reason of Object.values(said).filter((one) => one !== "passed"))
    expect(output).toContain(reason);
  expect(await people()).toEqual(before);
});

test("where a deployment's mails can be read, mail flows run there too, and the people are gone afterwards", async ({
  lab: { app, inbox, database },
}, info) => {
  const people = () => database.sql(`select count(*) from "User"`);
  const before = await people();
  const mailpit = await mailpitBefore(inbox);
  const told = { BASE_URL: app, INBOX_URL: mailpit.url };
  const { said } = await suite("deployment", told, info.outputPath());
  await mailpit.stop();
  expect(said).toEqual({
    page: "passed",
    inbox: "passed",
    person: "passed",
    "person with a passkey": aLocalPlace("person({ passkey: true })"),
    "inbox.fault": aLocalPlace("inbox.fault"),
    scanner: "passed",
    doubleClicker: "passed",
    racer: aLocalPlace("racer"),
    outage: LOCAL.google,
    ...LOCAL,
  });
  expect(await people()).toEqual(before);
});

test("two workers share a place: what one breaks there the other never sees, nor what somebody left who was killed", async ({
  lab: { app, inbox },
}, info) => {
  await inbox.fault({ mode: "refuse" });
  const told = { INGRESO_LOCAL: statePath(Number(new URL(app).port)) };
  const { said } = await suite("shared", told, info.outputPath());
  expect(new Set(Object.values(said))).toEqual(new Set(["passed"]));
});

/** Runs one file of that suite. @returns what became of each test: passed, or why it was left out */
async function suite(file: string, place: Record<string, string>, folder: string) {
  const report = `${folder}/report.json`;
  const env = {
    ...{ BASE_URL: "", INBOX_URL: "", INGRESO_LOCAL: "", ...place },
    ...{ CHROMIUM_PATH: ensureBrowser(), OUTPUT: folder, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  };
  const { output } = await tool("playwright", ["test", "-c", "e2e/kit", `${file}.spec`], { env });
  const [found]: Suite[] = JSON.parse(readFileSync(report, "utf8")).suites;
  const said = (found?.specs ?? []).map(({ title, tests: [test] }) => {
    const [reason] = (test?.annotations ?? []).map(({ description }) => description);
    return [title, test?.status === "expected" ? "passed" : (reason ?? output)];
  });
  return { said: Object.fromEntries(said) as Record<string, string>, output };
}
