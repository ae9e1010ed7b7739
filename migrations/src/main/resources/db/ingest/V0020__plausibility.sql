-- What the rules noticed, what they remember of each meter, and the rules that the issuing body set for single devices.
-- Claims of intervals without energy move the ledger's cursor and are kept like any other.

-- Follows from the accepted statements alone; through names the last one that is in it.
create table meter_history (
    meter_id text primary key,
    through  bytea not null check (length(through) = 32),
    state    bytea not null
) with (fillfactor = 50);
alter table meter_history alter column state set storage external;

create table finding (
    finding_id   bigint generated always as identity primary key,
    statement_id bigint not null references statement,
    device_id    text not null,
    rule         text not null,
    version      integer not null,
    outcome      text not null check (outcome in ('FLAG', 'HOLD', 'REJECT')),
    from_at      timestamptz not null,
    to_at        timestamptz not null,
    observed     text not null,
    allowed      text not null,
    sentence     text not null,
    noticed_at   timestamptz not null
);
create index finding_device on finding (device_id, finding_id desc);
create index finding_against on finding (device_id, to_at) where outcome <> 'FLAG';

-- A newer version goes before an older one; nothing is ever changed or removed, so that a finding's limit can be looked up.
create table device_rule (
    device_id  text not null,
    rule       text not null,
    version    integer not null check (version > 0),
    technology text not null,
    outcome    text not null check (outcome in ('FLAG', 'HOLD', 'REJECT')),
    sentence   text not null,
    remedy     text not null,
    source     text not null,
    parameters jsonb not null,
    actor      text not null,
    reason     text not null,
    set_at     timestamptz not null,
    primary key (device_id, rule, version)
);

alter table claim drop constraint claim_energy_wh_check;
alter table claim add constraint claim_energy_wh_check check (energy_wh >= 0);
