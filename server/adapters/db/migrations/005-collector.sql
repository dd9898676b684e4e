-- A write key stands in the code of the measured app: whoever has that reads it there, so it is not sealed.
create table write_keys (
  appid text primary key references apps on delete cascade,
  key text not null,
  previous_key text,
  previous_until bigint,
  changed_at bigint not null
);
create unique index write_keys_key on write_keys (key);
create index write_keys_previous on write_keys (previous_key);

create table refused_events (
  appid text not null references apps on delete cascade,
  reason text not null,
  refused bigint not null,
  primary key (appid, reason)
);
