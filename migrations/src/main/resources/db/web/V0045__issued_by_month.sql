-- What was issued of each device in each month of issue, kept by the database: a month's fees added up every bundle of a month.
create table issued_month (
    device_id   varchar(100) not null,
    month       date not null,
    quantity_wh bigint not null,
    primary key (device_id, month)
);
create index issued_month_newest on issued_month (month, device_id);

-- Most changes of a bundle leave what was issued as it is: those change nothing here.
create function issued_month_change() returns trigger language plpgsql set search_path from current as $$
begin
    if tg_op = 'INSERT' then
        insert into issued_month
        select device_id, cast(date_trunc('month', issued_at at time zone 'UTC') as date), sum(serial_to - serial_from)
        from new_rows where issued group by 1, 2 order by 1, 2
        on conflict (device_id, month) do update set quantity_wh = issued_month.quantity_wh + excluded.quantity_wh;
    elsif tg_op = 'DELETE' then
        insert into issued_month
        select device_id, cast(date_trunc('month', issued_at at time zone 'UTC') as date), -sum(serial_to - serial_from)
        from old_rows where issued group by 1, 2 order by 1, 2
        on conflict (device_id, month) do update set quantity_wh = issued_month.quantity_wh + excluded.quantity_wh;
    else
        insert into issued_month
        select device_id, cast(date_trunc('month', issued_at at time zone 'UTC') as date), sum(wh)
        from (select device_id, issued_at, serial_to - serial_from as wh from new_rows where issued
              union all select device_id, issued_at, serial_from - serial_to from old_rows where issued) change
        group by 1, 2 having sum(wh) <> 0 order by 1, 2
        on conflict (device_id, month) do update set quantity_wh = issued_month.quantity_wh + excluded.quantity_wh;
    end if;
    return null;
end $$;

create trigger issued_month_insert after insert on certificate
    referencing new table as new_rows for each statement execute function issued_month_change();
create trigger issued_month_update after update on certificate
    referencing old table as old_rows new table as new_rows for each statement execute function issued_month_change();
create trigger issued_month_delete after delete on certificate
    referencing old table as old_rows for each statement execute function issued_month_change();

create function issued_month_empty() returns trigger language plpgsql set search_path from current as $$
begin
    truncate issued_month;
    return null;
end $$;
create trigger issued_month_truncate after truncate on certificate
    for each statement execute function issued_month_empty();

insert into issued_month
select device_id, cast(date_trunc('month', issued_at at time zone 'UTC') as date), sum(serial_to - serial_from)
from certificate where issued group by 1, 2;

create index retirement_by_time on retirement (retired_at);
