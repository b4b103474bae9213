create table "User" (id text primary key default gen_random_uuid(), name text, email text unique, "emailVerified" timestamp(3), image text,
  "passwordHash" text);
create table "Account" (id text primary key, "userId" text not null references "User" on delete cascade, type text not null,
  provider text not null, "providerAccountId" text not null, refresh_token text, access_token text, expires_at integer, token_type text,
  scope text, id_token text, session_state text, unique (provider, "providerAccountId"));
create table "Session" (id text primary key, "sessionToken" text not null unique, "userId" text not null references "User" on delete cascade,
  expires timestamp(3) not null);
create table "VerificationToken" (identifier text not null, token text not null unique, expires timestamp(3) not null,
  unique (identifier, token));
