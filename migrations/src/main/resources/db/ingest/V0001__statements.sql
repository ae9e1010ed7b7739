-- What meters said and what became of it. Raw envelopes and readings are append only and partitioned by the day of
-- receipt, so that an old day can be detached whole; everything else refers to them by number.

create table feed_position (
    feed        text primary key,
    last_seq    bigint not null
);

-- Every version of a device that the ledger announced, with its canonical bytes; the newest version is the current one.
create table device (
    device_id     text not null,
    announced_seq bigint not null,
    meter_id      text not null,
    owner         text not null,
    digest        bytea not null check (length(digest) = 32),
    canonical     bytea not null,
    announced_at  timestamptz not null,
    primary key (device_id, announced_seq)
);
create index device_meter on device (meter_id, announced_seq desc);

-- Where each meter's chain stands. A row is locked for as long as a statement of its meter is decided.
create table meter (
    meter_id      text primary key,
    epoch         integer not null default 0 check (epoch >= 0),
    next_sequence bigint not null default 0 check (next_sequence >= 0),
    register_wh   bigint,
    last_end      timestamptz,
    previous      bytea not null check (length(previous) = 32),
    open_epoch    integer,
    held_reason   text,
    held_at       timestamptz
);

create sequence envelope_id increment by 1;

create table envelope (
    received_day date not null,
    envelope_id  bigint not null,
    received_at  timestamptz not null,
    door         text not null,
    peer         text not null,
    sha256       bytea not null,
    bytes        bytea not null,
    primary key (received_day, envelope_id)
) partition by range (received_day);
-- Compressing what was just received costs more than the disk it saves.
alter table envelope alter column bytes set storage external;

create table statement (
    statement_id     bigint primary key,
    received_day     date not null,
    digest           bytea not null unique check (length(digest) = 32),
    content          bytea not null check (length(content) = 32),
    meter_id         text not null,
    device_id        text not null,
    epoch            integer not null,
    sequence         bigint not null,
    start_at         timestamptz not null,
    end_at           timestamptz not null,
    interval_seconds integer not null,
    energy_wh        bigint not null,
    quality          text not null,
    signatory        text not null,
    origin           text not null,
    reading_count    integer not null,
    signed           bytea not null,
    findings         jsonb not null default '[]',
    received_at      timestamptz not null,
    unique (meter_id, epoch, sequence)
);
alter table statement alter column signed set storage external;
create index statement_device on statement (device_id, statement_id);
create index statement_start on statement (start_at, statement_id);

create table reading (
    received_day date not null,
    statement_id bigint not null,
    n            integer not null,
    at           timestamptz not null,
    register_wh  bigint not null,
    power_w      bigint not null,
    witnesses    text,
    primary key (received_day, statement_id, n)
) partition by range (received_day);

-- Statements that overtook a predecessor; applied in order when it arrives.
create table early (
    meter_id    text not null,
    epoch       integer not null,
    sequence    bigint not null,
    digest      bytea not null,
    content     bytea not null,
    door        text not null,
    peer        text not null,
    bytes       bytea not null,
    received_at timestamptz not null,
    primary key (meter_id, epoch, sequence)
);

-- What was refused, with its bytes, so that it can be shown to the plant and driven through again.
create table quarantine (
    envelope_id bigint primary key,
    sha256      bytea not null,
    rule        text not null,
    field       text,
    detail      text not null,
    meter_id    text,
    door        text not null,
    peer        text not null,
    bytes       bytea not null,
    first_at    timestamptz not null,
    last_at     timestamptz not null,
    times       bigint not null default 1,
    unique (sha256, rule)
);
create index quarantine_meter on quarantine (meter_id, last_at);
alter table quarantine alter column bytes set storage external;
