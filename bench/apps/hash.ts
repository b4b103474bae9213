import { hashPassword } from "@/lib/password/hash";

// A process of its own, since the product reads its settings once: says the hash of a password at the cost of BCRYPT_COST.
const { hash } = await hashPassword(process.argv[2] ?? "");
console.log(hash);
process.exit();
