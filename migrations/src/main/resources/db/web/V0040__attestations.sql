-- When a device's owner has to attest its data again; read from the events kept, so that no rebuild is needed.
alter table device add column attestation_due timestamp with time zone;

update device d set attestation_due = (
    select cast(cast(e.data as jsonb) ->> 'attestationDue' as timestamp with time zone)
    from ledger_event e
    where e.type in ('DeviceRegistered', 'DeviceChanged')
      and cast(e.data as jsonb) #>> '{device,deviceId}' = d.device_id
    order by e.seq desc limit 1);

create index device_by_attestation on device (attestation_due, device_id);
