import { database } from "../support/unit";

/** What must hold in the database at any moment, however often a process was killed: each query finds what breaks it. */
const INVARIANTS: Record<string, string> = {
  "every account has a proved address, as the doors write it": `
    select email from "User" where "emailVerified" is null or email !~ '^[^@]+@[^@]+$' or email <> lower(email)`,
  "a password has its scheme, and a scheme its password": `
    select email from "User" where ("passwordHash" is null) <> ("passwordScheme" is null)
    union all
    select address from "OneTimeToken" where ("passwordHash" is null) <> ("passwordScheme" is null)`,
  "every account was written down once, when it began": `
    select email from "User" u where 1 <> (
      select count(*) from "Activity" a where a."userId" = u.id and a.event = 'registered')`,
  "a registration that was used has its account": `
    select address from "OneTimeToken" t where purpose = 'registration' and "usedAt" is not null
      and not exists (select from "User" where email = t.address)`,
  "a token is used or ended, never both": `
    select id from "OneTimeToken" where "usedAt" is not null and "endedAt" is not null`,
  "a token opens one session at most": `
    select email from "User" u where
      (select count(*) from "Session" s where s."userId" = u.id and method = 'email') >
      (select count(*) from "OneTimeToken" t where t.address = u.email and "usedAt" is not null)`,
  "every session was written down": `
    select email from "User" u where
      (select count(*) from "Session" s where s."userId" = u.id) <>
      (select count(*) from "Activity" a where a."userId" = u.id and method is not null
        and event in ('signed-in', 'registered', 'password-changed'))`,
  "no session outlives a new password": `
    select s.id from "Session" s where "endedAt" is null and "createdAt" < (
      select min(at) from "Activity" a where a."userId" = s."userId" and event = 'password-changed')`,
  "no reset outlives a new password": `
    select t.id from "OneTimeToken" t join "Activity" a on a.address = t.address
    where a.event = 'password-changed' and t.purpose = 'reset' and t."createdAt" < a.at
      and t."usedAt" is null and t."endedAt" is null`,
  "who was removed left no account, link or token": `
    select a.address from "Activity" a where event = 'account-removed' and (
      exists (select from "User" u where u.email = a.address and u."createdAt" < a.at) or
      exists (select from "OneTimeToken" t where t.address = a.address and t."createdAt" < a.at))`,
  "whatever is told of was told as often as it happened": `
    select address, event from (
      select address, event, count(*) as happened from "Activity" group by address, event) as all_of_it
    where event in ('password-changed', 'google-linked', 'google-unlinked', 'account-removed', 'email-changed')
      and happened <> (select count(*) from "Notice" n where n.address = all_of_it.address and n.kind = event)`,
  "no mail was minted that was not counted": `
    select purpose, address from (
      select purpose, address, count(*) as minted from "OneTimeToken"
      where purpose in ('magic-link', 'registration', 'email-change')
        -- after its hour a send is forgotten by the clean-up, its token not yet
        and "createdAt" > clock_timestamp() - interval '59 minutes' group by purpose, address) as tokens
    where minted > coalesce((
      select num_nonnulls(sent1, sent2, sent3, sent4, sent5) from "SendThrottle" s
      where s.purpose = tokens.purpose and s.address = tokens.address), 0)`,
  "the sends of an address are a minute apart": `
    select address from "SendThrottle"
    where sent1 < sent2 + interval '60 s' or sent2 < sent3 + interval '60 s' or sent3 < sent4 + interval '60 s'`,
  "the second step is on with all that belongs to it, or off with nothing of it": `
    select email from "User" u where ("totpId" is not null) <> exists (
      select from "Totp" t where t."userId" = u.id and t.id = u."totpId" and "confirmedAt" is not null)
    union all
    select email from "User" u where "totpId" is not null
      and 10 <> (select count(*) from "RecoveryCode" r where r."userId" = u.id)
    union all
    select email from "User" u join "TrustedDevice" d on d."userId" = u.id where d."totpId" is distinct from u."totpId"`,
  "what waits for a second step is of somebody who has one, and is compared five times at most": `
    select p.address from "PendingSignIn" p join "User" u on u.id = p."userId" where "totpId" is null or tries > 5`,
  "nobody has more than twenty passkeys": `
    select "userId" from "Passkey" group by "userId" having count(*) > 20`,
  "no count is below nothing, and no code is compared a sixth time": `
    select address from "TryThrottle" where failures < 0 or "codeFailures" < 0
    union all
    select address from "OneTimeToken" where "codeTries" > 5`,
};

/** Which of them are broken, with the rows that break them. */
export async function broken(): Promise<Record<string, unknown[]>> {
  const found: Record<string, unknown[]> = {};
  for (const [name, query] of Object.entries(INVARIANTS)) {
    const rows = await database.sql(query);
    if (rows.length > 0) found[name] = rows;
  }
  return found;
}
