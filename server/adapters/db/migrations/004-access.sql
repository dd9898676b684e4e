-- An openid is sealed besides, since a message must be addressed to it. A handle is self-declared: since when counts.
alter table people add column sealed_openid text, add column handle_since bigint;
update people set handle_since = created_at where handle is not null;

-- No reference to apps: who comes with a card of an unbound app hears that it is void, not that it never was.
create table invitations (
  code_hash text primary key,
  appid text not null,
  scopes text[] not null,
  grant_expires_at bigint,
  require_approval boolean not null,
  invited_by text not null references people on delete cascade,
  created_at bigint not null,
  expires_at bigint not null,
  used_at bigint,
  void boolean not null default false
);
create index invitations_app on invitations (appid);
create index invitations_expiry on invitations (expires_at);

create table access_requests (
  id text primary key,
  appid text not null references apps on delete cascade,
  person_id text not null references people on delete cascade,
  scopes text[] not null,
  grant_expires_at bigint,
  invited_by text not null,
  asked_at bigint not null,
  constraint access_requests_person_key unique (appid, person_id)
);

-- Names nobody and refers to nothing: it outlives bindings and people, who are then ids without a name.
create table audit (
  id bigint generated always as identity primary key,
  appid text not null,
  happened_at bigint not null,
  actor_id text not null,
  action text not null,
  target_id text,
  detail text not null
);
create index audit_newest on audit (appid, happened_at desc, id desc);
create index audit_views on audit (appid, actor_id, happened_at) where action = 'view';

create function refuse_change_of_audit() returns trigger language plpgsql as $$
begin
  raise exception 'the audit is append-only';
end
$$;
create trigger audit_is_append_only before update or delete on audit
  for each row execute function refuse_change_of_audit();
create trigger audit_is_never_emptied before truncate on audit
  for each statement execute function refuse_change_of_audit();

create table notices (
  id bigint generated always as identity primary key,
  person_id text not null references people on delete cascade,
  told_at bigint not null,
  kind text not null,
  appid text not null,
  app_name text not null,
  detail text not null,
  read_at bigint
);
create index notices_newest on notices (person_id, id desc);

create table message_consents (
  person_id text not null references people on delete cascade,
  template_id text not null,
  remaining integer not null check (remaining >= 0),
  primary key (person_id, template_id)
);

-- Of a person or of an app, one each. The id stands in its address: 128 random bits.
create table avatars (
  id text primary key,
  person_id text references people on delete cascade,
  appid text references apps on delete cascade,
  type text not null,
  base64 text not null,
  check_trace text,
  stored_at bigint not null,
  constraint avatars_person_key unique (person_id),
  constraint avatars_app_key unique (appid),
  check ((person_id is null) <> (appid is null))
);
create index avatars_trace on avatars (check_trace);
