-- A device's record holds from a moment of measured time on; the ledger's own announcement is kept beside the canonical
-- bytes, so that an amendment can be asked for with everything else as it is.

alter table device add column effective_from timestamptz; -- null: from the beginning
alter table device add column announced jsonb;

-- Exchanges of meters as the ledger recorded them; each opens the meter's next epoch here.
create table announced_exchange (
    seq                 bigint primary key,
    meter_id            text not null,
    epoch               integer not null,
    at                  timestamptz not null,
    closing_register_wh bigint not null,
    opening_register_wh bigint not null,
    meter_serial        text not null,
    meter_maker         text not null,
    announced_at        timestamptz not null,
    applied_at          timestamptz,
    problem             text
);
create index announced_exchange_open on announced_exchange (seq) where applied_at is null;

-- Keys that may sign statements, on their way into the ledger's record of the device.
create table ledger_key (
    enrolment_id bigint primary key references key_enrolment,
    status       text not null default 'PENDING' check (status in ('PENDING', 'DONE', 'REFUSED')),
    attempts     integer not null default 0,
    next_at      timestamptz not null,
    tx_id        text,
    rule         text,
    detail       text,
    settled_at   timestamptz
);
create index ledger_key_due on ledger_key (next_at) where status = 'PENDING';
