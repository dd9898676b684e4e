-- Goes with the archive: outlives a binding when the archive does, hidden until the app is bound again.
create table page_remarks (
  appid text not null,
  path text not null,
  remark text not null,
  primary key (appid, path)
);
