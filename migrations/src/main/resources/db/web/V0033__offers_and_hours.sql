-- A market filtered by what a device is looks at the offers of those devices alone.
create index certificate_offers_of_device on certificate (device_id, offer_price_minor, certificate_id) where status = 'OFFERED';
-- Holdings by hour of day read this alone, and none of the bundles' rows.
create index certificate_live_hours on certificate (owner) include (start_at, end_at, start_hour, serial_from, serial_to, status)
    where status not in ('RETIRED', 'SUPERSEDED');
