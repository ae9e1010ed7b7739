-- A read model as the feed would have filled it, made by the database itself. :certificates bundles of an hour, :devices devices, 20 sellers,
-- 20 buyers. Two thirds of the bundles are as issued; every second of those was sold whole, so that a third are the buyers'; of these
-- three in five are retired, ten to a statement.
set synchronous_commit = off;

insert into account
select 'gen-' || lpad(n::text, 2, '0'), 'Windpark Nummer ' || n || ' GmbH', 'DE', 'generator', 'AA==', timestamptz '2025-01-01 00:00Z', md5('g' || n) || md5('a' || n)
from generate_series(1, 20) n;

insert into account
select 'buy-' || lpad(n::text, 2, '0'), 'Abnehmer Nummer ' || n || ' AG', 'DE', 'buyer', 'AB==', timestamptz '2025-01-01 00:00Z', md5('b' || n) || md5('c' || n)
from generate_series(1, 20) n;

insert into balance select account_id, 'EUR', 100000000 from account;

insert into device
select 'WTG-' || lpad(n::text, 4, '0'), 'Anlage Nummer ' || n, 'gen-' || lpad((1 + n % 20)::text, 2, '0'),
       (array ['WIND', 'WIND', 'SOLAR', 'HYDRO'])[1 + n % 4], 3000000, (array ['DE', 'DK', 'NL'])[1 + n % 3],
       (array ['10Y1001A1001A82H', '10YDK-1--------W', '10YNL----------L'])[1 + n % 3], 'Region ' || n % 16,
       50 + (n % 50) / 10.0, 6 + (n % 80) / 10.0, date '2015-01-01' + n * 13, '5713131' || lpad(n::text, 11, '0'),
       'MTR-' || lpad(n::text, 4, '0'), 'S' || n, 'Maker', 3600, 'REQUIRED', 'CAM-' || lpad(n::text, 4, '0'),
       case when n % 5 = 0 then 'EEG' else '' end, 0, 'APPROVED', md5('d' || n) || md5('e' || n), md5('f' || n) || md5('h' || n),
       timestamptz '2025-01-01 00:00Z'
from generate_series(1, :devices) n;

create temporary table root as
select i, 'WTG-' || lpad((1 + i % :devices)::text, 4, '0') as device_id,
       'gen-' || lpad((1 + (1 + i % :devices) % 20)::text, 2, '0') as seller,
       'buy-' || lpad((1 + (i / :devices / 2 + i % 7) % 20)::text, 2, '0') as buyer,
       timestamptz '2025-10-01 00:00Z' + i / :devices * interval '1 hour' as start_at,
       i / :devices * 1000000 as serial_from, i / :devices * 1000000 + 100000 + (i * 7919) % 900000 as serial_to,
       (i / :devices) % 2 = 0 as sold, (i / :devices / 2) % 5 < 3 as retired, i % 10 = 3 as offered,
       md5('t' || i) || md5('u' || i) as tx, md5('v' || i) || md5('w' || i) as digest
from generate_series(0, :certificates * 2 / 3 - 1) i;

insert into certificate (certificate_id, device_id, owner, status, serial_from, serial_to, start_at, end_at, issued_at, expires_at, claim_id,
                         statement_digest, evidence_root, marks, finding, issued, offer_price_minor, offer_currency, offer_min_lot_wh,
                         offer_valid_until, tx_id, changed_at, start_hour)
select device_id || ':' || to_char(start_at at time zone 'UTC', 'YYYYMMDD"T"HH24MI"Z"') || ':' || serial_from || '-' || serial_to,
       device_id, seller, case when sold then 'SUPERSEDED' when offered then 'OFFERED' else 'ACTIVE' end, serial_from, serial_to, start_at,
       start_at + interval '1 hour', start_at + interval '2 hours', start_at + interval '1 year', digest, digest, digest, 'SIMULATION',
       'CONSISTENT', true, case when offered and not sold then 3000 + (i * 31) % 6000 end, case when offered and not sold then 'EUR' end,
       case when offered and not sold then 1000 end, case when offered and not sold then timestamptz '2100-01-01 00:00Z' end, tx,
       start_at + interval '2 hours', extract(hour from start_at at time zone 'UTC')
from root;

insert into certificate (certificate_id, device_id, owner, status, serial_from, serial_to, start_at, end_at, issued_at, expires_at, claim_id,
                         statement_digest, evidence_root, marks, finding, issued, tx_id, changed_at, start_hour)
select device_id || ':' || to_char(start_at at time zone 'UTC', 'YYYYMMDD"T"HH24MI"Z"') || ':' || serial_from || '-' || serial_to || '+',
       device_id, buyer, case when retired then 'RETIRED' else 'ACTIVE' end, serial_from, serial_to, start_at, start_at + interval '1 hour',
       start_at + interval '2 hours', start_at + interval '1 year', digest, digest, digest, 'SIMULATION', 'CONSISTENT', false,
       md5('x' || i) || md5('y' || i), start_at + interval '1 day', extract(hour from start_at at time zone 'UTC')
from root where sold;

insert into certificate_interval
select certificate_id, 0, start_at, end_at, serial_from, serial_to from certificate;

insert into certificate_parent
select certificate_id, rtrim(certificate_id, '+') from certificate where not issued;

insert into ledger_event
select row_number() over (order by changed_at, certificate_id), tx_id, changed_at, 'CertificateChanged',
       json_build_object('certificateId', certificate_id, 'deviceId', device_id, 'owner', owner, 'status', status, 'serialFrom', serial_from,
                         'serialTo', serial_to, 'start', start_at, 'end', end_at, 'claimId', claim_id, 'evidenceRoot', evidence_root,
                         'previous', case when issued then '[]'::json else json_build_array(rtrim(certificate_id, '+')) end)
from certificate;

insert into event_subject select seq, data::json ->> 'certificateId' from ledger_event;

insert into trade
select 10 * :certificates + row_number() over (order by c.changed_at, certificate_id), c.changed_at, c.tx_id, d.owner, c.owner, certificate_id,
       serial_to - serial_from, (serial_to - serial_from) * 42 / 10000, 'EUR', 4200
from certificate c join device d on d.device_id = c.device_id where not issued;

insert into movement
select 20 * :certificates + 2 * row_number() over (order by seq), buyer, 'EUR', -total_minor, 100000000, 'PURCHASE', at, tx_id from trade;

insert into movement
select 20 * :certificates + 2 * row_number() over (order by seq) + 1, seller, 'EUR', total_minor, 100000000, 'SALE', at, tx_id from trade;

create temporary table retired as
select certificate_id, device_id, owner, serial_from, serial_to, changed_at, start_at, marks, finding, claim_id,
       owner || '-' || (row_number() over (partition by owner order by start_at, certificate_id) - 1) / 10 as lot,
       (row_number() over (partition by owner order by start_at, certificate_id) - 1) % 10 as place
from certificate where status = 'RETIRED';

insert into retirement
select 'RS-' || upper(substr(md5(lot), 1, 4) || '-' || substr(md5(lot), 5, 4) || '-' || substr(md5(lot), 9, 4) || '-' || substr(md5(lot), 13, 4)),
       30 * :certificates + row_number() over (order by min(changed_at), lot), lot || ':0', min(owner), sum(serial_to - serial_from),
       'Werk ' || min(owner), 'HRB 4711', 'DE', 'Köln', 'Scope 2 report', 'VOLUNTARY', date_trunc('month', min(start_at)),
       date_trunc('month', max(start_at)) + interval '1 month', '', '', max(changed_at), md5(lot) || md5(lot || 'x')
from retired group by lot;

insert into retirement_line (statement_no, position, certificate_id, device_id, serial_from, serial_to, marks, finding, claim_id, intervals)
select 'RS-' || upper(substr(md5(lot), 1, 4) || '-' || substr(md5(lot), 5, 4) || '-' || substr(md5(lot), 9, 4) || '-' || substr(md5(lot), 13, 4)),
       place, certificate_id, device_id, serial_from, serial_to, marks, finding, claim_id,
       concat_ws('/', cast(extract(epoch from start_at) as bigint), cast(extract(epoch from start_at) as bigint) + 3600, serial_from, serial_to)
from retired;

insert into transfer
select 'TR-' || n, 40 * :certificates + n, 'buy-' || lpad((1 + n % 20)::text, 2, '0'), 'buy-' || lpad((1 + (n + 1) % 20)::text, 2, '0'), 1000,
       timestamptz '2100-01-01 00:00Z', 'Order ' || n, case when n % 10 = 0 then 'PENDING' else 'ACCEPTED' end, '',
       timestamptz '2026-01-01 00:00Z' + n * interval '1 minute', case when n % 10 > 0 then timestamptz '2026-01-02 00:00Z' + n * interval '1 minute' end,
       md5('q' || n) || md5('r' || n)
from generate_series(1, 20000) n;

insert into beneficiary
select 'ben-' || n, 'buy-' || lpad((1 + n % 20)::text, 2, '0'), 'Werk ' || n, 'HRB ' || n, 'DE', 'Köln', 'bench', now(), null, null
from generate_series(1, 2000) n;

insert into case_file
select 'DEVICE', md5('case' || n) || md5('k' || n), 'gen-' || lpad((1 + n % 20)::text, 2, '0'),
       (array ['DRAFT', 'SUBMITTED', 'APPROVED', 'REFERRED'])[1 + n % 4],
       json_build_object('name', 'Anlage ' || n, 'deviceId', 'WTG-9' || n, 'technology', 'WIND')::text, 'bench',
       timestamptz '2026-01-01 00:00Z' + n * interval '1 minute', timestamptz '2026-01-01 00:00Z' + n * interval '1 minute', 0
from generate_series(1, 2000) n;

insert into case_file
select 'ORGANISATION', md5('org' || n) || md5('l' || n), 'new-' || n, (array ['SUBMITTED', 'APPROVED'])[1 + n % 2],
       json_build_object('legalName', 'Neue GmbH ' || n, 'accountId', 'new-' || n, 'wanted', 'buyer', 'contactName', 'Jo', 'contactEmail', 'jo@people.example',
                         'country', 'DE', 'address', 'Street 1', 'registrationNo', 'HRB')::text, 'bench',
       timestamptz '2026-01-01 00:00Z' + n * interval '1 minute', timestamptz '2026-01-01 00:00Z' + n * interval '1 minute', 0
from generate_series(1, 500) n;

insert into activity (at, actor, organisation, act, subject, concerns, sentence, reason)
select timestamptz '2026-01-01 00:00Z' + n * interval '1 second', 'bench', (array ['gen-', 'buy-'])[1 + n % 2] || lpad((1 + n % 20)::text, 2, '0'),
       'READINGS_UPLOADED', 'WTG-0001', '', 'Uploaded readings of WTG-0001.', ''
from generate_series(1, 200000) n;

insert into message (at, organisation, tone, title, body, link)
select timestamptz '2026-01-01 00:00Z' + n * interval '1 second', (array ['gen-', 'buy-'])[1 + n % 2] || lpad((1 + n % 20)::text, 2, '0'), 'info',
       'News ' || n, 'Something happened.', '/app'
from generate_series(1, 50000) n;

update projection set last_seq = (select max(seq) from ledger_event), applied_at = now();
