-- What a buyer's pages need: hours of production to filter by, every movement of money, transfers between accounts,
-- and three things that are the registry's own and not the ledger's: baskets, address books, bulk retirements.

-- The UTC hour in which a bundle starts.
alter table certificate add column start_hour smallint;
update certificate set start_hour = extract(hour from start_at at time zone 'UTC');
alter table certificate alter column start_hour set not null;
create index certificate_of_transaction on certificate (tx_id);

-- Read model, emptied and filled again with the rest: one row for each change of a balance.
create table movement (
    seq          bigint primary key,
    account_id   varchar(64) not null,
    currency     varchar(3) not null,
    delta_minor  bigint not null,
    amount_minor bigint not null,
    cause        varchar(40) not null,
    at           timestamp with time zone not null,
    tx_id        varchar(64) not null
);
create index movement_by_account on movement (account_id, seq desc);
insert into movement (seq, account_id, currency, delta_minor, amount_minor, cause, at, tx_id)
select seq, data::jsonb ->> 'accountId', data::jsonb ->> 'currency', coalesce((data::jsonb ->> 'delta')::bigint, 0),
       (data::jsonb ->> 'amountMinor')::bigint, coalesce(data::jsonb ->> 'cause', 'OTHER'), at, tx_id
from ledger_event where type = 'BalanceChanged';

-- Read model: transfers as the ledger proposed and ended them. Outcome is PENDING until then.
create table transfer (
    transfer_id  varchar(64) primary key,
    seq          bigint not null unique,
    sender       varchar(64) not null,
    receiver     varchar(64) not null,
    quantity_wh  bigint not null,
    valid_until  timestamp with time zone not null,
    reference    varchar(300) not null,
    outcome      varchar(40) not null,
    reason       text not null,
    proposed_at  timestamp with time zone not null,
    ended_at     timestamp with time zone,
    tx_id        varchar(64) not null
);
create index transfer_by_sender on transfer (sender, seq desc);
create index transfer_by_receiver on transfer (receiver, seq desc);

create table transfer_line (
    transfer_id    varchar(64) not null references transfer (transfer_id),
    position       integer not null,
    certificate_id varchar(200) not null,
    serial_from    bigint not null,
    serial_to      bigint not null,
    primary key (transfer_id, position)
);

-- The registry's own: what somebody means to buy.
create table basket_item (
    organisation   varchar(64) not null,
    user_name      varchar(100) not null,
    certificate_id varchar(200) not null,
    quantity_wh    bigint not null check (quantity_wh > 0),
    added_at       timestamp with time zone not null,
    primary key (organisation, user_name, certificate_id)
);

-- The registry's own: for whom an organisation retires. A row that was removed is kept for the activity log.
create table beneficiary (
    beneficiary_id varchar(36) primary key,
    organisation   varchar(64) not null,
    name           varchar(200) not null,
    registration   varchar(200) not null,
    country        varchar(2) not null,
    location       varchar(200) not null,
    added_by       varchar(100) not null,
    added_at       timestamp with time zone not null,
    removed_by     varchar(100),
    removed_at     timestamp with time zone
);
create index beneficiary_of_organisation on beneficiary (organisation, name);

-- The registry's own: a consumption matched by the hour with holdings, and the retirements that carry it out, one a batch.
-- Items are fixed before they are sent, so that sending a batch again asks the ledger the same question.
create table bulk_retirement (
    bulk_id        varchar(36) primary key,
    organisation   varchar(64) not null,
    created_by     varchar(100) not null,
    created_at     timestamp with time zone not null,
    status         varchar(20) not null,
    consumption_wh bigint not null,
    matched_wh     bigint not null,
    plan           text not null
);
create index bulk_retirement_of_organisation on bulk_retirement (organisation, created_at desc);

create table bulk_batch (
    bulk_id      varchar(36) not null references bulk_retirement (bulk_id),
    position     integer not null,
    pieces       text not null,
    sent         text not null,
    status       varchar(20) not null,
    statement_no varchar(40) not null,
    detail       text not null,
    primary key (bulk_id, position)
);
