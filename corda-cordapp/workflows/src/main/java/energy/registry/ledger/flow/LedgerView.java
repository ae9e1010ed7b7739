package energy.registry.ledger.flow;

import energy.registry.domain.encoding.Digest;
import energy.registry.domain.rule.Rule;
import energy.registry.ledger.schema.PersistentAccount;
import energy.registry.ledger.schema.PersistentCertificate;
import energy.registry.ledger.schema.PersistentDevice;
import energy.registry.ledger.schema.PersistentMoney;
import energy.registry.ledger.schema.PersistentPage;
import energy.registry.ledger.state.AccountState;
import energy.registry.ledger.state.CertificateState;
import energy.registry.ledger.state.CursorPageState;
import energy.registry.ledger.state.DeviceRegisterState;
import energy.registry.ledger.state.DeviceState;
import energy.registry.ledger.state.Keys;
import energy.registry.ledger.state.MoneyState;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.corda.core.contracts.ContractState;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.node.ServiceHub;
import net.corda.core.node.services.Vault;
import net.corda.core.node.services.vault.Builder;
import net.corda.core.node.services.vault.CriteriaExpression;
import net.corda.core.node.services.vault.PageSpecification;
import net.corda.core.node.services.vault.QueryCriteria;
import net.corda.core.node.services.vault.QueryCriteriaUtils;
import net.corda.core.schemas.StatePersistable;

/** What this node's vault holds at present, found by the names that requests use. */
final class LedgerView {
    /** States of one answer: an account's balances and a page of devices are far fewer. */
    private static final int PAGE_SIZE = 1_000;

    private final ServiceHub services;

    LedgerView(ServiceHub services) {
        this.services = services;
    }

    StateAndRef<AccountState> account(String accountId) throws LedgerRefusal {
        return findAccount(accountId)
                .orElseThrow(() -> LedgerRefusal.of(Rule.ACCOUNT_EXISTS.isBrokenBy("account '" + accountId + "'")));
    }

    Optional<StateAndRef<AccountState>> findAccount(String accountId) {
        return first(by(AccountState.class, PersistentAccount.class, "accountId", accountId));
    }

    StateAndRef<CertificateState> certificate(String certificateId, PublicKey owner) throws LedgerRefusal {
        StateAndRef<CertificateState> found = certificate(certificateId);
        boolean owned = found.getState().getData().getOwner().equals(owner);
        if (!owned) {
            throw LedgerRefusal.of(Rule.OWNER_HOLDS_CERTIFICATE.isBrokenBy(certificateId));
        }
        return found;
    }

    StateAndRef<CertificateState> certificate(String certificateId) throws LedgerRefusal {
        return first(by(CertificateState.class, PersistentCertificate.class, "certificateId", certificateId))
                .orElseThrow(() -> LedgerRefusal.of(Rule.CERTIFICATE_EXISTS.isBrokenBy("'" + certificateId + "'")));
    }

    List<StateAndRef<MoneyState>> money(PublicKey owner, String currency) {
        List<StateAndRef<MoneyState>> found = new ArrayList<>();
        for (StateAndRef<MoneyState> state : money(owner)) {
            if (state.getState().getData().getCurrency().equals(currency)) {
                found.add(state);
            }
        }
        return found;
    }

    List<StateAndRef<MoneyState>> money(PublicKey owner) {
        return by(MoneyState.class, PersistentMoney.class, "ownerKeyId", Keys.idOf(owner));
    }

    Optional<StateAndRef<DeviceState>> deviceOfMeter(String meterId) {
        return first(by(DeviceState.class, PersistentDevice.class, "meterId", meterId));
    }

    Optional<StateAndRef<DeviceState>> device(String deviceId) {
        return first(by(DeviceState.class, PersistentDevice.class, "deviceId", deviceId));
    }

    /** The version of a device's record that a certificate names. */
    Optional<DeviceState> deviceVersion(String deviceId, Digest deviceDigest) {
        return services
                .getVaultService()
                .queryBy(
                        DeviceState.class,
                        where(PersistentDevice.class, "deviceId", deviceId, Vault.StateStatus.ALL),
                        new PageSpecification(1, PAGE_SIZE))
                .getStates()
                .stream()
                .map(state -> state.getState().getData())
                .filter(state -> Digest.sha(state.getDevice()).equals(deviceDigest))
                .findFirst();
    }

    Optional<StateAndRef<CursorPageState>> page(int number) {
        return first(by(CursorPageState.class, PersistentPage.class, "pageNumber", number));
    }

    Optional<StateAndRef<DeviceRegisterState>> register() {
        return first(
                services.getVaultService().queryBy(DeviceRegisterState.class).getStates());
    }

    /** All versions of all devices, also those that another has replaced, page by page of the vault. */
    List<DeviceState> versionsOfDevices() {
        List<DeviceState> devices = new ArrayList<>();
        QueryCriteria all = new QueryCriteria.VaultQueryCriteria(Vault.StateStatus.ALL);
        for (int page = 1; ; page++) {
            Vault.Page<DeviceState> answer =
                    services.getVaultService().queryBy(DeviceState.class, all, new PageSpecification(page, PAGE_SIZE));
            answer.getStates().forEach(state -> devices.add(state.getState().getData()));
            if (answer.getStates().size() < PAGE_SIZE) {
                return devices;
            }
        }
    }

    private static <T extends ContractState> Optional<StateAndRef<T>> first(List<StateAndRef<T>> states) {
        return states.isEmpty() ? Optional.empty() : Optional.of(states.get(0));
    }

    private <T extends ContractState, V extends Comparable<V>> List<StateAndRef<T>> by(
            Class<T> kind, Class<? extends StatePersistable> index, String field, V value) {
        return services.getVaultService()
                .queryBy(
                        kind,
                        where(index, field, value, Vault.StateStatus.UNCONSUMED),
                        new PageSpecification(1, PAGE_SIZE))
                .getStates();
    }

    /** The builder's own type says less than the criteria want: a column of the index equals a value. */
    @SuppressWarnings("unchecked")
    private static <P extends StatePersistable, V extends Comparable<V>> QueryCriteria where(
            Class<P> index, String field, V value, Vault.StateStatus status) {
        try {
            CriteriaExpression<P, Boolean> equal = (CriteriaExpression<P, Boolean>)
                    (CriteriaExpression<?, ?>) Builder.equal(QueryCriteriaUtils.getField(field, index), value);
            return new QueryCriteria.VaultCustomQueryCriteria<>(equal, status);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(index + " has no field " + field, e);
        }
    }
}
