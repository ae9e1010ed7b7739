-- A change on the ledger that is asked for again, after a lost answer say, is one change: its line in the log is written once.
alter table activity add column once varchar(200) unique;
