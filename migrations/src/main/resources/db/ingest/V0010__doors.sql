-- Who may sign for which device and when; files as they came; what the metering agent saw. Nothing here is ever deleted.

create table key_enrolment (
    enrolment_id      bigint generated always as identity primary key,
    request_id        text not null unique,
    subject_type      text not null check (subject_type in ('METER', 'AGENT', 'CAMERA', 'GATEWAY')),
    subject_id        text not null,
    device_id         text not null,
    key_id            bytea not null check (length(key_id) = 32),
    spki              bytea not null,
    valid_from        timestamptz not null,
    valid_until       timestamptz,
    status            text not null default 'PENDING' check (status in ('PENDING', 'APPROVED', 'REJECTED', 'REVOKED')),
    proposed_by       text not null,
    proposed_reason   text not null,
    proposed_at       timestamptz not null,
    decided_by        text,
    decided_reason    text,
    decided_at        timestamptz,
    revoked_by        text,
    revoked_reason    text,
    revoked_at        timestamptz,
    compromised_since timestamptz,
    check (valid_until is null or valid_until > valid_from)
);
create index key_enrolment_device on key_enrolment (device_id, enrolment_id);
create index key_enrolment_key on key_enrolment (key_id);

create table upload (
    upload_id   bigint generated always as identity primary key,
    device_id   text not null,
    actor       text not null,
    sha256      bytea not null check (length(sha256) = 32),
    size        bigint not null,
    bytes       bytea not null,
    received_at timestamptz not null,
    format      text,
    outcome     jsonb,
    unique (device_id, sha256)
);
alter table upload alter column bytes set storage external;
create index upload_device on upload (device_id, upload_id);

-- Meters that the agent may speak for, once the ledger names the agent's key as theirs. The last row of a meter holds.
create table agent_terms (
    terms_id              bigint generated always as identity primary key,
    meter_id              text not null,
    key_id                bytea not null check (length(key_id) = 32),
    origin                text not null,
    forward_is_generation boolean not null,
    zone                  text not null,
    enrolled_at           timestamptz not null,
    actor                 text not null,
    reason                text not null
);
create index agent_terms_meter on agent_terms (meter_id, terms_id);

-- Registers as the agent saw them. One that is there stays as it is.
create table agent_sample (
    meter_id    text not null,
    at          bigint not null,
    register_wh bigint not null,
    power_w     bigint not null,
    door        text not null,
    received_at timestamptz not null,
    primary key (meter_id, at)
);

-- Where the agent finds a meter: a Sparkplug metric, or a SunSpec device. The last row of a meter holds.
create table agent_source (
    source_id  bigint generated always as identity primary key,
    meter_id   text not null,
    kind       text not null check (kind in ('SPARKPLUG', 'MODBUS', 'NONE')),
    settings   jsonb not null,
    set_by     text not null,
    set_reason text not null,
    set_at     timestamptz not null
);
create index agent_source_meter on agent_source (meter_id, source_id);

-- What was tried again from quarantine, by whom, and what came of it.
create table redrive (
    redrive_id  bigint generated always as identity primary key,
    envelope_id bigint not null references quarantine,
    actor       text not null,
    reason      text not null,
    outcome     text not null,
    at          timestamptz not null
);
create index redrive_envelope on redrive (envelope_id);
