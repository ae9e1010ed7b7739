-- Holdings by hour of day look for bundles longer than an hour too, and need the names of those: with the name in the index they find that
-- there are none without reading a row of the bundles.
drop index certificate_live_hours;
create index certificate_live_hours on certificate (owner)
    include (certificate_id, start_at, end_at, start_hour, serial_from, serial_to, status)
    where status not in ('RETIRED', 'SUPERSEDED');
