import { expect, it } from "vitest";
import { database, inbox } from "@/e2e/support/unit";
import { Clock } from "./clock";
import { Mailbox } from "./inbox/mailbox";
import { Mine } from "./mine";
import { makePerson } from "./person/make";
import type { PersonLanguage } from "./person/person";
import { signInAt } from "./sign-in/sign-in";
import type { SignInWay } from "./sign-in/ways";

// Whoever writes tests in JavaScript has no types to tell them.

const place = {
  ...{ app: "http://localhost", apps: [], inbox: null, google: null, databaseUrl: database.url },
  settings: { NEXTAUTH_URL: "http://localhost", BCRYPT_COST: "10" },
};
const never = () => {
  throw new Error("nobody asks for this");
};

it("who has no such way in is not signed in by it, and no way that there is none of", async () => {
  const ana = await makePerson({}, { database, place });
  const there = { place, database, network: "10.1.2.0/24", magicLink: never, lacks: never };
  const signIn = signInAt(there);
  await expect(signIn(ana, "google")).rejects.toThrow(
    "was made without google: person({ google: true })",
  );
  const sms = signIn(ana, "sms" as SignInWay);
  await expect(sms).rejects.toThrow('"sms" is no way in: password, google');
  expect((await signIn(ana, "link")).cookies).not.toEqual([]);
});

it("nobody speaks what the product does not", async () => {
  const language = "fr" as PersonLanguage;
  const made = makePerson({ language }, { database, place });
  await expect(made).rejects.toThrow("there is no language fr: es, en, pt-BR");
});

it("no mail is waited for where no address is", async () => {
  const mailbox = new Mailbox(inbox, new Mine(), Date.now());
  await expect(mailbox.next("ana")).rejects.toThrow('"ana" is no address');
});

it("time passes by what is a time, and forward only", async () => {
  const clock = new Clock(database, new Mine());
  await expect(clock.pass("soon")).rejects.toThrow('"soon" is no time');
  await expect(clock.pass("-5 minutes")).rejects.toThrow("time passes only");
  await clock.pass("1 day");
});
