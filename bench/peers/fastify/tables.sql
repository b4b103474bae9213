create table users (id uuid primary key default gen_random_uuid(), email text not null unique, password_hash text);
create table sessions (token_hash text primary key, user_id uuid not null references users on delete cascade,
  expires timestamptz not null default now() + interval '30 days');
create table links (token_hash text primary key, email text not null, expires timestamptz not null default now() + interval '30 minutes');
