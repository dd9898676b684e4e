-- A hand-off whose token was taken stays until its end, so that who polls again hears "approved", without a token.
alter table handoffs add column taken boolean not null default false;
