-- The readings of a statement as one row of columns: what belongs together is written and read together, and a statement
-- of sixty readings costs the index one entry. The view gives them one by one, with those that were kept so before.

create table reading_run (
    received_day date not null,
    statement_id bigint not null,
    at           bigint[] not null,
    register_wh  bigint[] not null,
    power_w      bigint[] not null,
    witnesses    text[] not null,
    primary key (received_day, statement_id)
) partition by range (received_day);
-- What was just received is written once and read seldom: compressing it costs more than the disk it saves.
alter table reading_run alter column at set storage external;
alter table reading_run alter column register_wh set storage external;
alter table reading_run alter column power_w set storage external;
alter table reading_run alter column witnesses set storage external;

create view each_reading as
    select r.received_day, r.statement_id, (u.n - 1)::integer as n, to_timestamp(u.at) as at, u.register_wh, u.power_w,
           nullif(u.witnesses, '') as witnesses
      from reading_run r
      cross join lateral unnest(r.at, r.register_wh, r.power_w, r.witnesses)
           with ordinality u(at, register_wh, power_w, witnesses, n)
    union all
    select received_day, statement_id, n, at, register_wh, power_w, witnesses from reading;
