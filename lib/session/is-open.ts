import { Prisma } from "@/prisma/generated/client";

/** Neither ended, idled away nor aged out, by the database's clock (OWASP ASVS 7.3.1, 7.3.2). */
export const IS_OPEN = Prisma.sql`"endedAt" is null
  and "idleExpires" > clock_timestamp() and "absoluteExpires" > clock_timestamp()`;
