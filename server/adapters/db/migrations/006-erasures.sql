-- Apps that were unbound and whose events may not all be gone: whoever starts next goes on where an unbinding broke off.
create table erasures (appid text primary key, since bigint not null);
