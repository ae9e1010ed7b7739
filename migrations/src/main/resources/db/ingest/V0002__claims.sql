-- What cameras showed, the judgement of every interval, and the claims on their way to the ledger.

create table verdict (
    verdict_id    bigint generated always as identity primary key,
    digest        bytea not null unique check (length(digest) = 32),
    device_id     text not null,
    camera_id     text not null,
    start_at      timestamptz not null,
    end_at        timestamptz not null,
    clip          bytea not null check (length(clip) = 32),
    capture       bytea not null,
    verdict       bytea not null,
    record        bytea,
    received_at   timestamptz not null
);
create index verdict_device on verdict (device_id, start_at);
create index verdict_clip on verdict (clip, verdict_id);

create table claim (
    claim_id       bytea primary key check (length(claim_id) = 32),
    device_id      text not null,
    statement_id   bigint not null references statement,
    first_interval integer not null,
    interval_count integer not null check (interval_count > 0),
    start_at       timestamptz not null,
    energy_wh      bigint not null check (energy_wh > 0),
    signed         bytea not null,
    verdicts       bytea[] not null,
    status         text not null check (status in ('READY', 'SUBMITTED', 'ISSUED', 'REFUSED', 'HELD')),
    attempts       integer not null default 0,
    next_at        timestamptz not null,
    certificate_id text,
    tx_id          text,
    rule           text,
    detail         text,
    created_at     timestamptz not null,
    decided_at     timestamptz
);
create index claim_due on claim (next_at) where status in ('READY', 'SUBMITTED');
create index claim_device_open on claim (device_id, start_at) where status in ('READY', 'SUBMITTED');

create table interval (
    statement_id bigint not null references statement,
    n            integer not null,
    device_id    text not null,
    start_at     timestamptz not null,
    end_at       timestamptz not null,
    energy_wh    bigint not null,
    status       text not null check (status in
        ('WAITING_FOR_VERDICT', 'READY', 'SUBMITTED', 'ISSUED', 'HELD', 'REFUSED', 'REJECTED', 'NOTHING_TO_ISSUE')),
    due_at       timestamptz,
    grace_until  timestamptz not null,
    finding      text,
    min_wh       bigint,
    max_wh       bigint,
    reasons      jsonb not null default '[]',
    claim_id     bytea references claim,
    primary key (statement_id, n),
    unique (device_id, start_at)
);
create index interval_due on interval (due_at) where due_at is not null;
create index interval_held on interval (statement_id, n) where status = 'HELD';

-- Who decided what about a held interval, when and why, and what came of it. Never updated.
create table decision (
    decision_id  bigint generated always as identity primary key,
    statement_id bigint not null references statement,
    n            integer not null,
    decision     text not null check (decision in ('RELEASE', 'REJECT')),
    actor        text not null,
    reason       text not null,
    outcome      text not null,
    at           timestamptz not null
);
create index decision_interval on decision (statement_id, n);
