import { parseEmail } from "@/lib/email";
import { hashPassword } from "@/lib/password/hash";
import { createUser } from "@/lib/user/create";
import { DEMO_ACCOUNTS } from "./accounts";
import { WRITTEN } from "./seed";

for (const { email, name, password, googleSub } of DEMO_ACCOUNTS) {
  const parsed = parseEmail(email);
  if (!parsed.ok) throw new Error(`${email} is no address`);
  const hashed = password ? await hashPassword(password) : undefined;
  await createUser(parsed.address, {
    name,
    googleSub,
    passwordHash: hashed?.hash,
    passwordScheme: hashed?.scheme,
  });
}
console.log(WRITTEN);
// The pool would keep the process waiting.
process.exit(0);
