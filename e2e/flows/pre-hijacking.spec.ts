import { expect, test } from "../support/fixtures";

// The five attacks of Sudhodanan and Paverd, "Pre-hijacked accounts" (USENIX Security 2022), by testing/adversaries/pre-hijacker.ts.
// The victim has no account yet, or one whose password the attacker once knew.

const NOT_LINKED = "/login?error=OAuthAccountNotLinked";

test("classic-federated merge: a password prepared for an address never meets its owner's Google", async ({
  preHijacker,
}) => {
  await preHijacker.classicFederatedMerge();
});

test("unexpired session identifier: no session exists before the address is proved, and a reset ends all", async ({
  preHijacker,
}) => {
  await preHijacker.unexpiredSession();
});

test("trojan identifier: a stranger's Google never becomes a way in by the owner's click", async ({
  preHijacker,
}) => {
  expect(await preHijacker.trojanIdentifier()).toEqual(["/registro/enviado", NOT_LINKED]);
});

test("unexpired e-mail change: a verification that comes late changes nothing in the owner's account", async ({
  preHijacker,
}) => {
  await preHijacker.lateVerification();
});

test("unexpired e-mail change: one that waits does not outlive a reset, and gives nobody the account", async ({
  preHijacker,
  person,
}) => {
  await preHijacker.unexpiredEmailChange(await person());
});

test("non-verifying identity provider: an address that Google does not answer for opens nobody's account", async ({
  preHijacker,
  page,
  person,
}) => {
  const led = await preHijacker.nonVerifyingProvider(await person());
  expect(led).toEqual([NOT_LINKED, NOT_LINKED]);
  await page.goto(NOT_LINKED);
  await expect(page.getByRole("alert").first()).toContainText("vincula Google");
});
