import { expect, it } from "vitest";
import { newPerson } from "@/e2e/support/unit/people";
import { findUserByEmail } from "../user/find";
import { setPassword } from "./replace";

const SCHEME = "bcrypt-hmac-v1";

it("a hash that is renewed never replaces a password that was chosen meanwhile", async () => {
  const { id, address } = await newPerson({ passwordHash: "old", passwordScheme: SCHEME });
  await setPassword(id, { hash: "chosen", scheme: SCHEME });
  await setPassword(id, { hash: "old, renewed", scheme: SCHEME }, "old");
  expect(await findUserByEmail(address)).toMatchObject({ passwordHash: "chosen" });
  await setPassword(id, { hash: "chosen, renewed", scheme: SCHEME }, "chosen");
  expect(await findUserByEmail(address)).toMatchObject({ passwordHash: "chosen, renewed" });
});
