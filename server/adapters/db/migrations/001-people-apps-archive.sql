-- Instants are bigint epoch milliseconds. openid, unionid, tokens and codes are stored as hashes only.

create table keys (
  name text primary key,
  sealed text not null
);

create table people (
  id text primary key,
  nickname text not null,
  avatar_url text,
  handle text,
  locale text not null,
  pin text not null,
  openid_hash text,
  unionid_hash text,
  created_at bigint not null,
  constraint people_openid_key unique (openid_hash)
);
create unique index people_handle_key on people (lower(handle));
create index people_unionid on people (unionid_hash);

create table sessions (
  id text primary key,
  token_hash text not null,
  person_id text not null references people on delete cascade,
  created_at bigint not null,
  expires_at bigint not null,
  constraint sessions_token_key unique (token_hash)
);
create index sessions_person on sessions (person_id);
create index sessions_expiry on sessions (expires_at);

create table handoffs (
  id text primary key,
  secret_hash text not null,
  code_hash text not null,
  browser text not null,
  address text not null,
  expires_at bigint not null,
  approved_by text references people on delete cascade,
  constraint handoffs_code_key unique (code_hash)
);
create index handoffs_expiry on handoffs (expires_at);

create table used_links (
  nonce text primary key,
  expires_at bigint not null
);

create table apps (
  appid text primary key,
  name text not null,
  avatar_url text,
  kind text not null,
  bound_at bigint not null,
  token_state text not null,
  token_detail text,
  sealed_secret text not null
);

create table grants (
  appid text not null references apps on delete cascade,
  person_id text not null references people on delete cascade,
  role text not null check (role in ('admin', 'viewer')),
  scopes text[] not null,
  expires_at bigint,
  granted_by text not null,
  granted_at bigint not null,
  last_viewed_at bigint,
  primary key (appid, person_id)
);
create index grants_person on grants (person_id);

-- No reference to apps: the assistant's own token is kept here too.
create table tokens (
  appid text primary key,
  sealed text not null,
  expires_at bigint not null
);

create table leases (
  name text primary key,
  holder text not null,
  expires_at bigint not null
);

-- No reference to apps: an archive may outlive its binding, hidden until the app is bound again.
create table archive (
  appid text not null,
  report text not null,
  period text not null,
  answer text,
  has_data boolean not null default false,
  fetched_at bigint,
  final boolean not null default false,
  rechecked boolean not null default false,
  attempted_at bigint,
  outcome text,
  revised boolean not null default false,
  claimed_until bigint,
  primary key (appid, report, period)
);

create table archive_revisions (
  appid text not null,
  report text not null,
  period text not null,
  answer text not null,
  fetched_at bigint not null,
  replaced_at bigint not null,
  primary key (appid, report, period, replaced_at)
);

-- Outlives the archive it counts, so that a version never comes back with other content.
create table archive_versions (
  appid text primary key,
  version bigint not null
);
