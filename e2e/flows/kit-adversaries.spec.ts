import { test } from "../support/fixtures";

// The kit's adversaries that no other flow is about: what each of them tries at our own product, and does not get.

test("a forwarded mail opens nothing by itself, and its code is worth nothing elsewhere", async ({
  thief,
  person,
}) => {
  await thief.forwardedMail(await person());
  await thief.code(await person());
});

test("a copied cookie of who asked for a link is worth nothing by itself, and nothing after its use", async ({
  thief,
  person,
}) => {
  await thief.cookieOfAsked(await person());
});

test("a copied session cookie ends when its owner signs out, here or everywhere, or changes the password", async ({
  thief,
  person,
}) => {
  await thief.cookieOfSignedOut(await person());
  await thief.cookieOfAllSignedOut(await person());
  await thief.cookieOfOldPassword(await person());
});

test("a copied cookie of a passed first factor ends when its owner passes the second step", async ({
  thief,
  person,
}) => {
  await thief.cookieOfPending(await person({ password: true, secondStep: true }));
});

test("a page of another site changes nothing, frames nothing, reads nothing", async ({
  crossSite,
  person,
}) => {
  await crossSite.posts(await person());
  await crossSite.frames();
  await crossSite.reads(await person());
});

test("another site signs nobody in to its own account", async ({ crossSite, person }) => {
  await crossSite.signsIn(await person());
});

test("what is pressed twice is done once", async ({ doubleClicker, person }) => {
  await doubleClicker.asks(await person());
  await doubleClicker.signsIn(await person());
  await doubleClicker.uses(await person());
});

test("a registration that is pressed twice makes one account", async ({
  doubleClicker,
  address,
}) => {
  await doubleClicker.registers(address);
});

test("the database away and back is an outage, and nobody is signed out by it", async ({
  outage,
  person,
}) => {
  await outage.database(await person());
});

test("the mail server away and back counts nothing", async ({ outage, person }) => {
  await outage.mail(await person());
});

test("Google away and back is not noticed by the other ways in", async ({ outage, person }) => {
  await outage.google(await person());
});
