package energy.registry.ledger.event;

import energy.registry.domain.certificate.StatementNumber;
import energy.registry.domain.claim.SignedClaim;
import energy.registry.domain.encoding.Digest;
import energy.registry.ledger.contract.Issue;
import energy.registry.ledger.contract.RegistryCommand;
import energy.registry.ledger.state.AccountState;
import energy.registry.ledger.state.Keys;
import energy.registry.ledger.state.RetirementState;
import java.security.PublicKey;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.corda.core.contracts.ContractState;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.StateRef;
import net.corda.core.crypto.SecureHash;
import net.corda.core.node.AppServiceHub;
import net.corda.core.node.services.CordaService;
import net.corda.core.node.services.Vault;
import net.corda.core.serialization.SingletonSerializeAsToken;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.transactions.WireTransaction;
import net.corda.core.utilities.OpaqueBytes;

/**
 * Writes down what each recorded transaction did, in the database transaction that records it: either both are there
 * after a crash or neither. A transaction is written after those it builds on, so that the log can be replayed.
 */
@CordaService
public final class LedgerEventLog extends SingletonSerializeAsToken {
    private final AppServiceHub hub;

    public LedgerEventLog(AppServiceHub hub) {
        this.hub = hub;
        hub.getVaultService().getRawUpdates().subscribe(this::recorded);
    }

    /** Events after a number, in order. */
    public List<EventRow> after(long seq, int limit) {
        try {
            return tables().after(seq, limit);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the event log", e);
        }
    }

    /** The transaction that a request led to. */
    public Optional<SecureHash> transactionOf(String requestKey) {
        try {
            return tables().transactionOf(requestKey).map(SecureHash::create);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the request log", e);
        }
    }

    /** Transactions that made or consumed a certificate, oldest first. */
    public List<String> transactionsTouching(String certificateId) {
        try {
            return tables().transactionsTouching(certificateId);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the event log", e);
        }
    }

    /** The key under which a statement's transaction is found. */
    public static String statementKey(String statementNo) {
        return "Statement:" + statementNo;
    }

    /** The key under which a request's first result is found. */
    public static String requestKey(Class<? extends RegistryCommand> command, String requestId) {
        return command.getSimpleName() + ":" + requestId;
    }

    private EventTables tables() {
        return new EventTables(hub.jdbcSession());
    }

    private void recorded(Vault.Update<ContractState> update) {
        Set<SecureHash> transactions = new LinkedHashSet<>();
        for (StateAndRef<ContractState> produced : update.getProduced()) {
            transactions.add(produced.getRef().getTxhash());
        }
        try {
            for (SecureHash txId : transactions) {
                log(txId);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot write the event log", e);
        }
    }

    private void log(SecureHash txId) throws SQLException {
        EventTables tables = tables();
        if (tables.isLogged(LedgerEntry.textOf(txId))) {
            return;
        }
        SignedTransaction stx = hub.getValidatedTransactions().getTransaction(txId);
        if (stx == null || !(stx.getCoreTransaction() instanceof WireTransaction)) {
            return;
        }
        tables.markLogged(LedgerEntry.textOf(txId));
        WireTransaction tx = stx.getTx();
        for (SecureHash before : consumedBy(tx)) {
            log(before);
        }
        LedgerEntry entry = new LedgerEntry(tx, hub);
        Optional<RegistryCommand> command = entry.command();
        if (command.isPresent()) {
            write(tables, entry, command.get());
        }
    }

    /** The transactions that made the inputs, each once. */
    private static Set<SecureHash> consumedBy(WireTransaction tx) {
        Set<SecureHash> before = new LinkedHashSet<>();
        for (StateRef input : tx.getInputs()) {
            before.add(input.getTxhash());
        }
        return before;
    }

    private void write(EventTables tables, LedgerEntry entry, RegistryCommand command) throws SQLException {
        entry.outputs(AccountState.class).forEach(this::learnKey);
        tables.remember(requestKey(command.getClass(), command.getRequestId()), entry.txId());
        for (RetirementState retired : entry.outputs(RetirementState.class)) {
            String number = StatementNumber.of(Digest.parse(entry.txId()), entry.indexOf(retired));
            tables.remember(statementKey(number), entry.txId());
        }
        if (command instanceof Issue) {
            tables.remember(requestKeys((Issue) command), entry.txId());
        }
        List<EventDraft> events = new EventsOf(entry, command, this::accountOf).drafts();
        Instant now = hub.getClock().instant();
        tables.append(tables.take(events.size()), entry.txId(), now, events);
    }

    private static List<String> requestKeys(Issue issue) {
        List<String> keys = new ArrayList<>(issue.getClaims().size());
        for (OpaqueBytes claim : issue.getClaims()) {
            String claimId = SignedClaim.decode(claim.getBytes()).claim().id().toString();
            keys.add(requestKey(Issue.class, claimId));
        }
        return keys;
    }

    /** So that the owner of a state is known as the node that hosts his key. */
    private void learnKey(AccountState account) {
        hub.getIdentityService().registerKey(account.getKey(), account.getHost(), null);
    }

    private String accountOf(PublicKey key) {
        String keyId = Keys.idOf(key);
        try {
            return tables().accountOf(keyId).orElse("key:" + keyId);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the account index", e);
        }
    }
}
