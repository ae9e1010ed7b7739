-- A line of a retirement keeps what its bundle says: once retired, that changes no more. A report over thousands of lines read each one's
-- bundle and intervals from two other tables, 14,400 pages for 1,630 lines.
-- intervals: start/end/serial_from/serial_to of each, times in seconds since 1970 UTC, in order, with a space between two.
alter table retirement_line add column marks varchar(300), add column finding varchar(40), add column claim_id varchar(64), add column intervals text;

update retirement_line l
set marks = c.marks, finding = c.finding, claim_id = c.claim_id, intervals = i.intervals
from certificate c
join lateral (select string_agg(concat_ws('/', cast(extract(epoch from start_at) as bigint), cast(extract(epoch from end_at) as bigint),
                                          serial_from, serial_to), ' ' order by position) as intervals
              from certificate_interval where certificate_id = c.certificate_id) i on true
where c.certificate_id = l.certificate_id;

alter table retirement_line alter column marks set not null, alter column finding set not null, alter column claim_id set not null,
    alter column intervals set not null;
