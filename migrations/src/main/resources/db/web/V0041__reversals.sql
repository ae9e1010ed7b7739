-- A retirement that was taken back says so for good.
alter table retirement add column reversed_at timestamp with time zone;
alter table retirement add column reversed_why text;

update retirement r set reversed_at = e.at, reversed_why = coalesce(e.data::jsonb ->> 'reason', '')
from ledger_event e
where e.type = 'RetirementReversed' and e.data::jsonb ->> 'statementNo' = r.statement_no;
