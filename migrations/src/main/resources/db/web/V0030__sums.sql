-- What pages sum up, kept by the database with each change of a bundle, so that no page adds up a million rows.
-- A bundle belongs to the UTC day and month in which it begins. Emptied and filled again with the bundles.

create table certificate_day (
    owner       varchar(64) not null,
    day         date not null,
    status      varchar(40) not null,
    issued      boolean not null,
    bundles     bigint not null,
    quantity_wh bigint not null,
    primary key (owner, day, status, issued)
);

create table certificate_month (
    owner       varchar(64) not null,
    device_id   varchar(100) not null,
    month       date not null,
    status      varchar(40) not null,
    issued      boolean not null,
    bundles     bigint not null,
    quantity_wh bigint not null,
    primary key (owner, device_id, month, status, issued)
);
create index certificate_month_of_device on certificate_month (device_id, month);

-- Trades and retirements of each account, and of all under the name ''.
create table ledger_count (
    kind    varchar(20) not null,
    account varchar(64) not null,
    rows    bigint not null,
    primary key (kind, account)
);

-- The sign of each row: a change takes the old one away and adds the new one.
create function certificate_days_change() returns trigger language plpgsql set search_path from current as $$
begin
    if tg_op <> 'INSERT' then
        insert into certificate_day
        select owner, cast(start_at at time zone 'UTC' as date), status, issued, -count(*), -sum(serial_to - serial_from)
        from old_rows group by 1, 2, 3, 4 order by 1, 2, 3, 4
        on conflict (owner, day, status, issued) do update
            set bundles = certificate_day.bundles + excluded.bundles,
                quantity_wh = certificate_day.quantity_wh + excluded.quantity_wh;
        insert into certificate_month
        select owner, device_id, cast(date_trunc('month', start_at at time zone 'UTC') as date), status, issued,
               -count(*), -sum(serial_to - serial_from)
        from old_rows group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
        on conflict (owner, device_id, month, status, issued) do update
            set bundles = certificate_month.bundles + excluded.bundles,
                quantity_wh = certificate_month.quantity_wh + excluded.quantity_wh;
    end if;
    if tg_op <> 'DELETE' then
        insert into certificate_day
        select owner, cast(start_at at time zone 'UTC' as date), status, issued, count(*), sum(serial_to - serial_from)
        from new_rows group by 1, 2, 3, 4 order by 1, 2, 3, 4
        on conflict (owner, day, status, issued) do update
            set bundles = certificate_day.bundles + excluded.bundles,
                quantity_wh = certificate_day.quantity_wh + excluded.quantity_wh;
        insert into certificate_month
        select owner, device_id, cast(date_trunc('month', start_at at time zone 'UTC') as date), status, issued,
               count(*), sum(serial_to - serial_from)
        from new_rows group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
        on conflict (owner, device_id, month, status, issued) do update
            set bundles = certificate_month.bundles + excluded.bundles,
                quantity_wh = certificate_month.quantity_wh + excluded.quantity_wh;
    end if;
    return null;
end $$;

create trigger certificate_sums_insert after insert on certificate
    referencing new table as new_rows for each statement execute function certificate_days_change();
create trigger certificate_sums_update after update on certificate
    referencing old table as old_rows new table as new_rows for each statement execute function certificate_days_change();
create trigger certificate_sums_delete after delete on certificate
    referencing old table as old_rows for each statement execute function certificate_days_change();

create function certificate_sums_empty() returns trigger language plpgsql set search_path from current as $$
begin
    truncate certificate_day, certificate_month;
    return null;
end $$;
create trigger certificate_sums_truncate after truncate on certificate
    for each statement execute function certificate_sums_empty();

-- Trades and retirements are only ever added, and emptied all at once.
create function ledger_count_trades() returns trigger language plpgsql set search_path from current as $$
begin
    insert into ledger_count
    select 'TRADE', account, count(*)
    from (select seller as account from new_rows union all select buyer from new_rows union all select '' from new_rows) each
    group by account order by account
    on conflict (kind, account) do update set rows = ledger_count.rows + excluded.rows;
    return null;
end $$;
create trigger trade_count after insert on trade
    referencing new table as new_rows for each statement execute function ledger_count_trades();

create function ledger_count_retirements() returns trigger language plpgsql set search_path from current as $$
begin
    insert into ledger_count
    select 'RETIREMENT', account, count(*)
    from (select owner as account from new_rows union all select '' from new_rows) each
    group by account order by account
    on conflict (kind, account) do update set rows = ledger_count.rows + excluded.rows;
    return null;
end $$;
create trigger retirement_count after insert on retirement
    referencing new table as new_rows for each statement execute function ledger_count_retirements();

create function ledger_count_empty() returns trigger language plpgsql set search_path from current as $$
begin
    delete from ledger_count where kind = tg_argv[0];
    return null;
end $$;
create trigger trade_count_truncate after truncate on trade
    for each statement execute function ledger_count_empty('TRADE');
create trigger retirement_count_truncate after truncate on retirement
    for each statement execute function ledger_count_empty('RETIREMENT');

-- What is there already.
insert into certificate_day
select owner, cast(start_at at time zone 'UTC' as date), status, issued, count(*), sum(serial_to - serial_from)
from certificate group by 1, 2, 3, 4;
insert into certificate_month
select owner, device_id, cast(date_trunc('month', start_at at time zone 'UTC') as date), status, issued,
       count(*), sum(serial_to - serial_from)
from certificate group by 1, 2, 3, 4, 5;
insert into ledger_count
select 'TRADE', account, count(*)
from (select seller as account from trade union all select buyer from trade union all select '' from trade) each
group by account;
insert into ledger_count
select 'RETIREMENT', account, count(*)
from (select owner as account from retirement union all select '' from retirement) each group by account;

-- Lists begin where a page ended and read no more than they show.
create index certificate_of_owner_newest on certificate (owner, start_at desc, certificate_id desc);
create index certificate_live_of_owner on certificate (owner, start_at desc, certificate_id desc)
    where status not in ('RETIRED', 'SUPERSEDED');
create index certificate_offers_newest on certificate (start_at desc, certificate_id desc) where status = 'OFFERED';
create index certificate_day_newest on certificate_day (day desc);
