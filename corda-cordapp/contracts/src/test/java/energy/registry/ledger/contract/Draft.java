package energy.registry.ledger.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import energy.registry.domain.rule.Rule;
import energy.registry.domain.rule.Verdict;
import energy.registry.ledger.fixture.Parts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import net.corda.core.contracts.AlwaysAcceptAttachmentConstraint;
import net.corda.core.contracts.CommandData;
import net.corda.core.contracts.CommandWithParties;
import net.corda.core.contracts.ContractState;
import net.corda.core.contracts.PrivacySalt;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.StateRef;
import net.corda.core.contracts.TimeWindow;
import net.corda.core.contracts.TransactionState;
import net.corda.core.crypto.DigestService;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.transactions.LedgerTransaction;
import net.corda.testing.common.internal.ParametersUtilitiesKt;
import net.corda.testing.core.TestIdentity;
import net.corda.testing.node.MockServices;
import net.corda.testing.node.NodeTestUtils;

/** A transaction in the making: a test starts from a lawful one and changes one thing. */
final class Draft extends Parts<ContractState, Draft> {
    static final TestIdentity NOTARY = identity("Notary", "Zurich", "CH");
    static final TestIdentity ISSUER = identity("Issuing Body", "Brussels", "BE");
    static final TestIdentity MARKET = identity("Market", "Amsterdam", "NL");
    static final TestIdentity REGULATOR = identity("Regulator", "Bonn", "DE");
    static final TestIdentity SELLER = identity("Seller key", "Amsterdam", "NL");
    static final TestIdentity BUYER = identity("Buyer key", "Amsterdam", "NL");
    static final TestIdentity STRANGER = identity("Stranger", "Amsterdam", "NL");

    /** 2026-11-02T00:00:00Z, a day after the energy of the fixtures. */
    static final Instant NOW = Instant.ofEpochSecond(1_793_577_600L);

    /** Reference states need 4; the network runs with 12. */
    private static final int PLATFORM_VERSION = 12;

    /** Set while mutants are measured: asks the contract itself, which takes a thousandth of the time of a whole ledger. */
    private static final boolean CONTRACT_ALONE = Boolean.getBoolean("registry.contract.alone");

    private Draft() {
        super(TimeWindow.between(NOW.minusSeconds(30), NOW.plusSeconds(180)), NOTARY.getParty());
    }

    private static TestIdentity identity(String organisation, String city, String country) {
        return new TestIdentity(new CordaX500Name(organisation, city, country));
    }

    static Draft of(CommandData command, TestIdentity... signers) {
        Draft draft = new Draft();
        draft.commands.add(command);
        for (TestIdentity signer : signers) {
            draft.signers.add(signer.getPublicKey());
        }
        return draft;
    }

    @Override
    protected Draft self() {
        return this;
    }

    @Override
    protected Draft empty() {
        return new Draft();
    }

    /** A copy with one thing changed. */
    Draft tweak(Consumer<Draft> change) {
        return changed(change);
    }

    Draft input(int index, ContractState state) {
        return tweak(draft -> draft.inputs.set(index, state));
    }

    Draft signedBy(TestIdentity signer) {
        return tweak(draft -> draft.signers.replaceAll(key -> signer.getPublicKey()));
    }

    void isLawful() {
        assertThat(catchThrowable(this::verify)).isNull();
    }

    void breaks(Rule rule) {
        assertThat(catchThrowable(this::verify)).hasStackTraceContaining("RULE:" + rule.name() + " ");
    }

    /** For drafts of so many states that a whole ledger takes minutes over them. */
    Verdict contractsVerdict() {
        return RegistryContract.verdictOn(transaction());
    }

    private void verify() {
        if (CONTRACT_ALONE) {
            new RegistryContract().verify(transaction());
        } else {
            verifyOnLedger();
        }
    }

    private void verifyOnLedger() {
        NodeTestUtils.transaction(Ledger.SERVICES, notary, tx -> {
            inputs.forEach(state -> tx.input(RegistryContract.ID, state));
            outputs.forEach(state -> tx.output(RegistryContract.ID, state));
            references.forEach(state -> tx.reference(RegistryContract.ID, state));
            commands.forEach(command -> tx.command(signers, command));
            if (window != null) {
                tx.timeWindow(window);
            }
            return tx.verifies();
        });
    }

    private LedgerTransaction transaction() {
        return LedgerTransaction.Companion.createForContractVerify(
                onLedger(inputs, "inputs"),
                outputs.stream().map(this::onLedger).collect(Collectors.toList()),
                commands.stream()
                        .map(command -> new CommandWithParties<>(signers, Collections.emptyList(), command))
                        .collect(Collectors.toList()),
                Collections.emptyList(),
                SecureHash.sha256("draft"),
                notary,
                window,
                new PrivacySalt(),
                ParametersUtilitiesKt.testNetworkParameters(),
                onLedger(references, "references"),
                DigestService.Companion.getSha2_256());
    }

    private List<StateAndRef<ContractState>> onLedger(List<ContractState> states, String from) {
        List<StateAndRef<ContractState>> entries = new ArrayList<>();
        for (ContractState state : states) {
            entries.add(new StateAndRef<>(onLedger(state), new StateRef(SecureHash.sha256(from), entries.size())));
        }
        return entries;
    }

    private TransactionState<ContractState> onLedger(ContractState state) {
        return new TransactionState<>(
                state, RegistryContract.ID, notary, null, AlwaysAcceptAttachmentConstraint.INSTANCE);
    }

    /** Made by whoever first needs it. */
    private static final class Ledger {
        static final MockServices SERVICES = new MockServices(
                Collections.singletonList("energy.registry.ledger.contract"),
                ISSUER,
                ParametersUtilitiesKt.testNetworkParameters(Collections.emptyList(), PLATFORM_VERSION),
                NOTARY,
                MARKET,
                REGULATOR,
                SELLER,
                BUYER);
    }
}
