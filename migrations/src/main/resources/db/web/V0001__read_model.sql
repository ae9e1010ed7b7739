-- The read model of registry-web: what the ledger's feed has told so far, shaped for pages and the API.
-- Nothing here is the truth; every table but "projection" may be emptied and filled again from the first event.

-- How far the feed has been applied. Changed only in the transaction that applies the events.
create table projection (
    id         smallint primary key check (id = 1),
    last_seq   bigint not null check (last_seq >= 0),
    applied_at timestamp with time zone not null
);
insert into projection (id, last_seq, applied_at) values (1, 0, now());

create table ledger_event (
    seq   bigint primary key,
    tx_id varchar(64) not null,
    at    timestamp with time zone not null,
    type  varchar(40) not null,
    data  text not null
);
create index ledger_event_by_transaction on ledger_event (tx_id);

-- Which certificates an event speaks of.
create table event_subject (
    seq            bigint not null references ledger_event (seq),
    certificate_id varchar(200) not null,
    primary key (seq, certificate_id)
);
create index event_subject_by_certificate on event_subject (certificate_id);

create table account (
    account_id varchar(64) primary key,
    name       varchar(300) not null,
    country    varchar(2) not null,
    roles      varchar(200) not null,
    signing_key text not null,
    opened_at  timestamp with time zone not null,
    tx_id      varchar(64) not null
);

create table balance (
    account_id   varchar(64) not null,
    currency     varchar(3) not null,
    amount_minor bigint not null,
    primary key (account_id, currency)
);

create table device (
    device_id          varchar(100) primary key,
    name               varchar(300) not null,
    owner              varchar(64) not null,
    technology         varchar(40) not null,
    capacity_w         bigint not null,
    country            varchar(2) not null,
    zone               varchar(40) not null,
    region             varchar(200) not null,
    latitude           numeric(9, 6) not null,
    longitude          numeric(9, 6) not null,
    operational_since  date,
    metering_point_id  varchar(100) not null,
    meter_id           varchar(100) not null,
    meter_serial       varchar(100) not null,
    meter_maker        varchar(200) not null,
    interval_seconds   integer not null,
    camera_policy      varchar(40) not null,
    camera_ids         text not null,
    support            text not null,
    emission_grams_kwh bigint not null,
    status             varchar(40) not null,
    device_digest      varchar(64) not null,
    tx_id              varchar(64) not null,
    registered_at      timestamp with time zone not null
);
create index device_by_owner on device (owner, device_id);

-- Every bundle the ledger ever held: the unspent ones, the retired ones, and those that were split, offered or sold since.
create table certificate (
    certificate_id    varchar(200) primary key,
    device_id         varchar(100) not null,
    owner             varchar(64) not null,
    status            varchar(40) not null,
    serial_from       bigint not null,
    serial_to         bigint not null,
    start_at          timestamp with time zone not null,
    end_at            timestamp with time zone not null,
    issued_at         timestamp with time zone not null,
    expires_at        timestamp with time zone,
    claim_id          varchar(64) not null,
    statement_digest  varchar(64) not null,
    evidence_root     varchar(64) not null,
    marks             varchar(300) not null,
    finding           varchar(40) not null,
    issued            boolean not null,
    offer_price_minor bigint,
    offer_currency    varchar(3),
    offer_min_lot_wh  bigint,
    offer_valid_until timestamp with time zone,
    tx_id             varchar(64) not null,
    changed_at        timestamp with time zone not null,
    check (serial_from >= 0 and serial_to > serial_from)
);
create index certificate_newest on certificate (start_at desc, certificate_id desc);
create index certificate_of_owner on certificate (owner, status, start_at desc, certificate_id desc);
create index certificate_of_device on certificate (device_id, start_at desc, certificate_id desc);
create index certificate_serials on certificate (device_id, serial_from) where status <> 'SUPERSEDED';
create index certificate_offers on certificate (offer_price_minor, certificate_id) where status = 'OFFERED';

create table certificate_interval (
    certificate_id varchar(200) not null references certificate (certificate_id),
    position       integer not null,
    start_at       timestamp with time zone not null,
    end_at         timestamp with time zone not null,
    serial_from    bigint not null,
    serial_to      bigint not null,
    primary key (certificate_id, position)
);

create table certificate_parent (
    certificate_id varchar(200) not null references certificate (certificate_id),
    parent_id      varchar(200) not null,
    primary key (certificate_id, parent_id)
);
create index certificate_parent_down on certificate_parent (parent_id);

create table trade (
    seq            bigint primary key,
    at             timestamp with time zone not null,
    tx_id          varchar(64) not null,
    seller         varchar(64) not null,
    buyer          varchar(64) not null,
    certificate_id varchar(200) not null,
    quantity_wh    bigint not null,
    total_minor    bigint not null,
    currency       varchar(3) not null,
    price_minor    bigint not null
);
create index trade_by_seller on trade (seller, seq desc);
create index trade_by_buyer on trade (buyer, seq desc);

create table retirement (
    statement_no         varchar(40) primary key,
    seq                  bigint not null unique,
    retirement_id        varchar(200) not null,
    owner                varchar(64) not null,
    quantity_wh          bigint not null,
    beneficiary_name     varchar(300) not null,
    beneficiary_id       varchar(300) not null,
    beneficiary_country  varchar(2) not null,
    beneficiary_location varchar(300) not null,
    purpose              varchar(300) not null,
    main_reason          varchar(40) not null,
    period_start         timestamp with time zone,
    period_end           timestamp with time zone,
    on_behalf_of         varchar(300) not null,
    note                 text not null,
    retired_at           timestamp with time zone not null,
    tx_id                varchar(64) not null
);
create index retirement_by_owner on retirement (owner, seq desc);

create table retirement_line (
    statement_no   varchar(40) not null references retirement (statement_no),
    position       integer not null,
    certificate_id varchar(200) not null,
    device_id      varchar(100) not null,
    serial_from    bigint not null,
    serial_to      bigint not null,
    primary key (statement_no, position)
);
create index retirement_line_by_certificate on retirement_line (certificate_id);
