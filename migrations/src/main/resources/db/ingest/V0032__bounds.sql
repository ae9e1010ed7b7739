-- Findings by the day on which they were noticed, so that an old day can be detached whole like its envelopes and readings.

alter table finding rename to finding_before;
alter index finding_device rename to finding_before_device;
alter index finding_against rename to finding_before_against;

create table finding (
    noticed_day  date not null,
    finding_id   bigint generated always as identity,
    statement_id bigint not null,
    device_id    text not null,
    rule         text not null,
    version      integer not null,
    outcome      text not null check (outcome in ('FLAG', 'HOLD', 'REJECT')),
    from_at      timestamptz not null,
    to_at        timestamptz not null,
    observed     text not null,
    allowed      text not null,
    sentence     text not null,
    noticed_at   timestamptz not null,
    primary key (noticed_day, finding_id)
) partition by range (noticed_day);
create index finding_device on finding (device_id, finding_id desc);
create index finding_against on finding (device_id, to_at) where outcome <> 'FLAG';

do $$
declare
    day date;
begin
    for day in select distinct (noticed_at at time zone 'UTC')::date from finding_before loop
        execute format('create table finding_%s partition of finding for values from (%L) to (%L)',
                       to_char(day, 'YYYYMMDD'), day, day + 1);
    end loop;
end $$;

insert into finding (noticed_day, finding_id, statement_id, device_id, rule, version, outcome, from_at, to_at, observed,
                     allowed, sentence, noticed_at) overriding system value
    select (noticed_at at time zone 'UTC')::date, finding_id, statement_id, device_id, rule, version, outcome, from_at,
           to_at, observed, allowed, sentence, noticed_at
      from finding_before;
select setval(pg_get_serial_sequence('finding', 'finding_id'), coalesce(max(finding_id), 0) + 1, false) from finding;
drop table finding_before;

-- What a meter's own key signed is the plant's to see and drive again; what strangers send is kept for a time and a number.
alter table quarantine add column authentic boolean not null default true;
create index quarantine_foreign on quarantine (last_at) where not authentic;
