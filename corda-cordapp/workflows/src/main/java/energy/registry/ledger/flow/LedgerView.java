package energy.registry.ledger.flow;

import energy.registry.domain.encoding.Digest;
import energy.registry.domain.energy.ProductionPeriod;
import energy.registry.domain.rule.Rule;
import energy.registry.ledger.schema.PersistentAccount;
import energy.registry.ledger.schema.PersistentCertificate;
import energy.registry.ledger.schema.PersistentDevice;
import energy.registry.ledger.schema.PersistentMoney;
import energy.registry.ledger.schema.PersistentPage;
import energy.registry.ledger.state.AccountState;
import energy.registry.ledger.state.CertificateState;
import energy.registry.ledger.state.CertificateStatus;
import energy.registry.ledger.state.ConsumptionState;
import energy.registry.ledger.state.ControlState;
import energy.registry.ledger.state.CursorPageState;
import energy.registry.ledger.state.DeviceRegisterState;
import energy.registry.ledger.state.DeviceState;
import energy.registry.ledger.state.ForeignRegistryState;
import energy.registry.ledger.state.Keys;
import energy.registry.ledger.state.MoneyState;
import energy.registry.ledger.state.ProceedsState;
import energy.registry.ledger.state.SettlementMoney;
import energy.registry.ledger.state.StorageState;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import net.corda.core.contracts.ContractState;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.StateRef;
import net.corda.core.node.ServiceHub;
import net.corda.core.node.services.Vault;
import net.corda.core.node.services.vault.Builder;
import net.corda.core.node.services.vault.CriteriaExpression;
import net.corda.core.node.services.vault.FieldInfo;
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

    Optional<StateAndRef<AccountState>> accountOfKey(String keyId) {
        return first(by(AccountState.class, PersistentAccount.class, "keyId", keyId));
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
        return findCertificate(certificateId)
                .orElseThrow(() -> LedgerRefusal.of(Rule.CERTIFICATE_EXISTS.isBrokenBy("'" + certificateId + "'")));
    }

    Optional<StateAndRef<CertificateState>> findCertificate(String certificateId) {
        return first(by(CertificateState.class, PersistentCertificate.class, "certificateId", certificateId));
    }

    /** What was offered under this id and is consumed now; absent when nothing was. */
    Optional<CertificateState> formerOffer(String certificateId) {
        return offers("certificateId", certificateId, Vault.StateStatus.CONSUMED).stream()
                .findFirst()
                .map(state -> state.getState().getData());
    }

    /** Live offers of a device. */
    List<StateAndRef<CertificateState>> offersOf(String deviceId) {
        return offers("deviceId", deviceId, Vault.StateStatus.UNCONSUMED);
    }

    private List<StateAndRef<CertificateState>> offers(String field, String value, Vault.StateStatus status) {
        QueryCriteria named = where(PersistentCertificate.class, field, value, status);
        QueryCriteria offered = where(PersistentCertificate.class, "status", CertificateStatus.OFFERED.name(), status);
        return services.getVaultService()
                .queryBy(CertificateState.class, named.and(offered), new PageSpecification(1, PAGE_SIZE))
                .getStates();
    }

    List<StateAndRef<MoneyState>> money(PublicKey owner, String currency) {
        return money(MoneyState.class, owner, currency, PAGE_SIZE);
    }

    /** At most so many of what sales brought and no act has joined yet. */
    List<StateAndRef<ProceedsState>> proceeds(PublicKey owner, String currency, int limit) {
        return money(ProceedsState.class, owner, currency, limit);
    }

    private <T extends SettlementMoney> List<StateAndRef<T>> money(
            Class<T> kind, PublicKey owner, String currency, int limit) {
        QueryCriteria his = where(PersistentMoney.class, "ownerKeyId", Keys.idOf(owner), Vault.StateStatus.UNCONSUMED);
        QueryCriteria ofCurrency = where(PersistentMoney.class, "currency", currency, Vault.StateStatus.UNCONSUMED);
        return services.getVaultService()
                .queryBy(kind, his.and(ofCurrency), new PageSpecification(1, limit))
                .getStates();
    }

    /** All that an account has, in all currencies. */
    List<StateAndRef<SettlementMoney>> money(PublicKey owner) {
        return by(SettlementMoney.class, PersistentMoney.class, "ownerKeyId", Keys.idOf(owner));
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

    /** The control state that owners' commands refer to. */
    StateAndRef<ControlState> control() throws LedgerRefusal {
        return findControl()
                .orElseThrow(() -> LedgerRefusal.of(
                        Rule.FREEZES_ARE_CONSULTED.isBrokenBy("this node knows no control state; register a device")));
    }

    Optional<StateAndRef<ControlState>> findControl() {
        return first(services.getVaultService().queryBy(ControlState.class).getStates());
    }

    /** The live certificates that a transfer locks. */
    List<StateAndRef<CertificateState>> lockedUnder(String lockId) {
        return by(CertificateState.class, PersistentCertificate.class, "lockId", lockId);
    }

    /** The live certificates of a device that have energy in a time. */
    List<StateAndRef<CertificateState>> issuedFrom(String deviceId, ProductionPeriod part) {
        List<StateAndRef<CertificateState>> found = new ArrayList<>();
        for (StateAndRef<CertificateState> state :
                by(CertificateState.class, PersistentCertificate.class, "deviceId", deviceId)) {
            long[] serials = state.getState().getData().certificate().serialsWithin(part);
            if (serials[0] < serials[1]) {
                found.add(state);
            }
        }
        return found;
    }

    /** Live certificates that expire before a second, the oldest first. */
    List<StateAndRef<CertificateState>> expiredBefore(long epochSecond, int limit) {
        QueryCriteria over = LedgerView.<PersistentCertificate, Long>where(
                PersistentCertificate.class,
                "expiresEpochSecond",
                column -> Builder.lessThan(column, epochSecond),
                Vault.StateStatus.UNCONSUMED);
        return services.getVaultService()
                .queryBy(CertificateState.class, over, new PageSpecification(1, limit))
                .getStates();
    }

    /** The state at a place, when it is not consumed. */
    <T extends ContractState> Optional<StateAndRef<T>> unspent(Class<T> kind, StateRef place) {
        QueryCriteria there = new QueryCriteria.VaultQueryCriteria(
                Vault.StateStatus.UNCONSUMED, Collections.singleton(kind), Collections.singletonList(place));
        return first(services.getVaultService().queryBy(kind, there).getStates());
    }

    Optional<StateAndRef<ForeignRegistryState>> foreignRegistry(String name) {
        return services.getVaultService().queryBy(ForeignRegistryState.class).getStates().stream()
                .filter(state -> state.getState().getData().record().name().equals(name))
                .findFirst();
    }

    Optional<StateAndRef<ConsumptionState>> consumption(String pointId) {
        return consumptions().stream()
                .filter(state ->
                        state.getState().getData().record().point().pointId().equals(pointId))
                .findFirst();
    }

    /** All points of consumption that this node knows. */
    List<StateAndRef<ConsumptionState>> consumptions() {
        return present(ConsumptionState.class);
    }

    Optional<StateAndRef<StorageState>> storage(String deviceId) {
        return present(StorageState.class).stream()
                .filter(state -> state.getState().getData().record().deviceId().equals(deviceId))
                .findFirst();
    }

    /** All states of a kind that are not consumed, page by page of the vault. */
    private <T extends ContractState> List<StateAndRef<T>> present(Class<T> kind) {
        List<StateAndRef<T>> found = new ArrayList<>();
        QueryCriteria unconsumed = new QueryCriteria.VaultQueryCriteria(Vault.StateStatus.UNCONSUMED);
        for (int page = 1; ; page++) {
            List<StateAndRef<T>> states = services.getVaultService()
                    .queryBy(kind, unconsumed, new PageSpecification(page, PAGE_SIZE))
                    .getStates();
            found.addAll(states);
            if (states.size() < PAGE_SIZE) {
                return found;
            }
        }
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
        QueryCriteria criteria = where(index, field, value, Vault.StateStatus.UNCONSUMED);
        List<StateAndRef<T>> found = new ArrayList<>();
        for (int page = 1; ; page++) {
            List<StateAndRef<T>> states = services.getVaultService()
                    .queryBy(kind, criteria, new PageSpecification(page, PAGE_SIZE))
                    .getStates();
            found.addAll(states);
            if (states.size() < PAGE_SIZE) {
                return found;
            }
        }
    }

    private static <P extends StatePersistable, V extends Comparable<V>> QueryCriteria where(
            Class<P> index, String field, V value, Vault.StateStatus status) {
        return LedgerView.<P, V>where(index, field, column -> Builder.equal(column, value), status);
    }

    /** The builder's own type says less than the criteria want: a predicate over a column of the index. */
    @SuppressWarnings("unchecked")
    private static <P extends StatePersistable, V extends Comparable<V>> QueryCriteria where(
            Class<P> index,
            String field,
            Function<FieldInfo, CriteriaExpression<Object, Boolean>> predicate,
            Vault.StateStatus status) {
        try {
            CriteriaExpression<P, Boolean> holds = (CriteriaExpression<P, Boolean>)
                    (CriteriaExpression<?, ?>) predicate.apply(QueryCriteriaUtils.getField(field, index));
            return new QueryCriteria.VaultCustomQueryCriteria<>(holds, status);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(index + " has no field " + field, e);
        }
    }
}
