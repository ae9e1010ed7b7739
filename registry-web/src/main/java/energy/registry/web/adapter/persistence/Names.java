package energy.registry.web.adapter.persistence;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The names behind account and device ids of one list, read at once. */
final class Names {
    private final Map<String, AccountEntity> accounts = new HashMap<>();
    private final Map<String, DeviceEntity> devices = new HashMap<>();

    private Names() {}

    static Names of(EntityManager entities, Collection<String> accountIds, Collection<String> deviceIds) {
        Names names = new Names();
        Set<String> wantedDevices = new HashSet<>(deviceIds);
        if (!wantedDevices.isEmpty()) {
            entities.createQuery("select d from DeviceEntity d where d.deviceId in :ids", DeviceEntity.class)
                    .setParameter("ids", wantedDevices)
                    .getResultList()
                    .forEach(device -> names.devices.put(device.deviceId, device));
        }
        Set<String> wantedAccounts = new HashSet<>(accountIds);
        if (!wantedAccounts.isEmpty()) {
            entities.createQuery("select a from AccountEntity a where a.accountId in :ids", AccountEntity.class)
                    .setParameter("ids", wantedAccounts)
                    .getResultList()
                    .forEach(account -> names.accounts.put(account.accountId, account));
        }
        return names;
    }

    /** The account's name, or its id when the account is not known. */
    String account(String accountId) {
        AccountEntity account = accounts.get(accountId);
        return account == null ? accountId : account.name;
    }

    /** A device without facts when it is not known. */
    DeviceEntity device(String deviceId) {
        return devices.computeIfAbsent(deviceId, Names::unknown);
    }

    private static DeviceEntity unknown(String deviceId) {
        DeviceEntity device = new DeviceEntity();
        device.deviceId = deviceId;
        device.name = deviceId;
        device.technology = "";
        device.country = "";
        device.zone = "";
        device.region = "";
        device.support = "";
        return device;
    }
}
