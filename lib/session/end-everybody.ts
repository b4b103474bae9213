import { db } from "../database/client";

/**
 * Ends every open session of everybody, after a theft say, and writes it down for each person, in one statement: who
 * signs in meanwhile is either ended and told, or neither (OWASP ASVS 7.4.5).
 * @param by who did it, as each person's activity shows it
 * @returns how many people had one
 */
export async function endEverySession(by: { method: string; device: string }): Promise<number> {
  return db().$executeRaw`
    with ended as (
      update "Session" set "endedAt" = clock_timestamp()
      where "endedAt" is null and "idleExpires" > clock_timestamp() and "absoluteExpires" > clock_timestamp()
      returning "userId")
    insert into "Activity" ("userId", address, event, method, device)
    select id, email, 'sessions-ended', ${by.method}, ${by.device} from "User"
    where id in (select "userId" from ended)`;
}
