-- Meters that were exchanged, as the issuing body recorded it; the next epoch begins with the new meter's first value.

create table meter_exchange (
    meter_id            text not null,
    epoch               integer not null,
    at                  timestamptz not null,
    closing_register_wh bigint not null,
    opening_register_wh bigint not null check (opening_register_wh >= 0),
    meter_serial        text not null,
    meter_maker         text not null,
    actor               text not null,
    reason              text not null,
    recorded_at         timestamptz not null,
    primary key (meter_id, epoch)
);

alter table meter add column open_register_wh bigint;
alter table meter add column open_from timestamptz;
