-- A correction is a new signed statement that takes the place of an older one from now on. Nothing is overwritten: the
-- older statement, its readings and its intervals stay as they were, with the moment from which they no longer hold. The
-- time that a row speaks of is start_at to end_at; the time in which it was believed is received_at to superseded_at.

alter table statement add column revision integer not null default 0 check (revision >= 0);
alter table statement add column superseded_at timestamptz;
alter table statement drop constraint statement_meter_id_epoch_sequence_key;
-- The one that holds has revision 0; superseded ones are numbered upwards as they leave.
alter table statement add constraint statement_place unique (meter_id, epoch, sequence, revision);

alter table interval add column superseded_at timestamptz;
alter table interval drop constraint interval_device_id_start_at_key;
create unique index interval_place on interval (device_id, start_at) where superseded_at is null;
drop index interval_held;
create index interval_held on interval (statement_id, n) where status = 'HELD' and superseded_at is null;

create table correction (
    correction_id   bigint generated always as identity primary key,
    statement_id    bigint not null unique references statement,
    by_statement_id bigint not null unique references statement,
    actor           text not null,
    reason          text not null,
    corrected_at    timestamptz not null
);

-- Certificates that a correction shows to be too many: the issuing body books the debt on the ledger, or declines.
create table over_issue (
    over_issue_id  bigint generated always as identity primary key,
    correction_id  bigint not null references correction,
    device_id      text not null,
    meter_id       text not null,
    start_at       timestamptz not null,
    end_at         timestamptz not null,
    claim_id       bytea not null references claim,
    over_wh        bigint not null check (over_wh > 0),
    status         text not null default 'PENDING' check (status in ('PENDING', 'BOOKED', 'DECLINED', 'REPLACED')),
    decided_by     text,
    decided_reason text,
    decided_at     timestamptz,
    tx_id          text
);
create index over_issue_open on over_issue (over_issue_id) where status = 'PENDING';
create index over_issue_time on over_issue (device_id, start_at);
