-- What is on the market, kept by the database with each change of a bundle. In a table of its own the planner knows how many offers there
-- are: in the table of all bundles, of which nearly none has a price, it reckoned with a handful and read and sorted all of them for a page.

create table market_offer (
    certificate_id varchar(200) primary key,
    device_id      varchar(100) not null,
    price_minor    bigint not null,
    start_at       timestamp with time zone not null,
    start_hour     smallint not null,
    valid_until    timestamp with time zone not null
);
create index market_offer_cheapest on market_offer (price_minor, certificate_id);
create index market_offer_newest on market_offer (start_at desc, certificate_id desc);
create index market_offer_of_device on market_offer (device_id, price_minor, certificate_id);

create function market_offers_change() returns trigger language plpgsql set search_path from current as $$
begin
    if tg_op <> 'INSERT' then
        delete from market_offer o using old_rows r where r.status = 'OFFERED' and o.certificate_id = r.certificate_id;
    end if;
    if tg_op <> 'DELETE' then
        insert into market_offer
        select certificate_id, device_id, offer_price_minor, start_at, start_hour, offer_valid_until
        from new_rows where status = 'OFFERED';
    end if;
    return null;
end $$;

create trigger market_offers_insert after insert on certificate
    referencing new table as new_rows for each statement execute function market_offers_change();
create trigger market_offers_update after update on certificate
    referencing old table as old_rows new table as new_rows for each statement execute function market_offers_change();
create trigger market_offers_delete after delete on certificate
    referencing old table as old_rows for each statement execute function market_offers_change();

create function market_offers_empty() returns trigger language plpgsql set search_path from current as $$
begin
    truncate market_offer;
    return null;
end $$;
create trigger market_offers_truncate after truncate on certificate
    for each statement execute function market_offers_empty();

-- What is there already.
insert into market_offer
select certificate_id, device_id, offer_price_minor, start_at, start_hour, offer_valid_until
from certificate where status = 'OFFERED';

-- What each device has had issued is asked for all devices by the front page: one row in twenty of the months.
create index certificate_month_issued on certificate_month (device_id) include (quantity_wh) where issued;

drop index certificate_offers;
drop index certificate_offers_of_device;
analyze market_offer;
