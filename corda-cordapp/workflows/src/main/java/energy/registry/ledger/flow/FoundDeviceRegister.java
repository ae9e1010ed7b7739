package energy.registry.ledger.flow;

import co.paralleluniverse.fibers.Suspendable;
import energy.registry.domain.merkle.SparseMerkleTree;
import energy.registry.ledger.contract.FoundRegister;
import energy.registry.ledger.state.DeviceRegisterState;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.StartableByRPC;
import net.corda.core.identity.Party;
import net.corda.core.transactions.SignedTransaction;

/** Founds the device register, once, with the regulator's consent; asked again, names the same transaction. */
@StartableByRPC
public final class FoundDeviceRegister extends LedgerFlow<String> {
    static final String REQUEST = "found-device-register";

    public FoundDeviceRegister() {
        super(FoundRegister.class, REQUEST);
    }

    @Suspendable
    @Override
    LedgerDraft draft() throws FlowException {
        Party issuer = parties().self();
        Party regulator = parties().regulator();
        UUID id = UUID.nameUUIDFromBytes(issuer.getName().toString().getBytes(StandardCharsets.UTF_8));
        DeviceRegisterState empty = new DeviceRegisterState(
                new UniqueIdentifier("device-register", id),
                SparseMerkleTree.EMPTY.bytes(),
                0,
                0,
                issuer,
                regulator,
                parties().notary());
        return LedgerDraft.of(
                        builder()
                                .addOutputState(empty)
                                .addCommand(
                                        new FoundRegister(requestId()),
                                        issuer.getOwningKey(),
                                        regulator.getOwningKey()),
                        parties().others(),
                        issuer.getOwningKey())
                .withConsentOf(regulator);
    }

    @Override
    String result(SignedTransaction recorded) {
        return text(recorded.getId());
    }
}
