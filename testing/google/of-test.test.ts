import { expect, it } from "vitest";
import { freshAddress, google } from "@/e2e/support/unit";
import { GoogleOfTest } from "./of-test";

const fault = async () => (await fetch(`${google.origin}/api/fault`)).json();
const newTest = () => new GoogleOfTest(google, async () => undefined);

it("accounts that a test adds or changes are as it found them when it ends", async () => {
  const kept = await google.add({ email: freshAddress(), name: "Ana", hd: "empresa.co" });
  const before = await google.accounts();
  const test = newTest();
  await test.add({ email: freshAddress() });
  await test.add({ sub: kept.sub, email: "otra@ejemplo.com", hd: null, email_verified: false });
  await test.add({ sub: kept.sub, email: "tercera@ejemplo.com" });
  expect(await google.accounts()).not.toEqual(before);
  await test.putBack();
  expect(await google.accounts()).toEqual(before);
});

it("claims and a fault stand together, and both end with the test, but what it never told stays", async () => {
  const test = newTest();
  await test.claims({ email_verified: false });
  await test.fault({ mode: "slow" });
  expect(await fault()).toEqual({ mode: "slow", claims: { email_verified: false } });
  await newTest().putBack();
  expect(await fault()).toMatchObject({ mode: "slow" });
  await test.putBack();
  expect(await fault()).toEqual({ mode: "none" });
});
