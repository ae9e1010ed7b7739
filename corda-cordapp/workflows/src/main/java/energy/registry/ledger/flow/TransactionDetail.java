package energy.registry.ledger.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.corda.core.serialization.CordaSerializable;

/** Everything about one transaction that a check without a node needs. */
@CordaSerializable
public final class TransactionDetail {
    private final String txId;
    private final String notary;
    private final Instant timeFrom;
    private final Instant timeUntil;
    private final byte[] privacySalt;
    private final List<ComponentGroupBytes> groups;
    private final List<SignatureDetail> signatures;
    private final List<String> commands;
    private final List<StateReference> inputs;
    private final List<OutputDetail> outputs;

    public TransactionDetail(
            String txId,
            String notary,
            Instant timeFrom,
            Instant timeUntil,
            byte[] privacySalt,
            List<ComponentGroupBytes> groups,
            List<SignatureDetail> signatures,
            List<String> commands,
            List<StateReference> inputs,
            List<OutputDetail> outputs) {
        this.txId = txId;
        this.notary = notary;
        this.timeFrom = timeFrom;
        this.timeUntil = timeUntil;
        this.privacySalt = privacySalt.clone();
        this.groups = Collections.unmodifiableList(new ArrayList<>(groups));
        this.signatures = Collections.unmodifiableList(new ArrayList<>(signatures));
        this.commands = Collections.unmodifiableList(new ArrayList<>(commands));
        this.inputs = Collections.unmodifiableList(new ArrayList<>(inputs));
        this.outputs = Collections.unmodifiableList(new ArrayList<>(outputs));
    }

    public String getTxId() {
        return txId;
    }

    public String getNotary() {
        return notary;
    }

    public Instant getTimeFrom() {
        return timeFrom;
    }

    public Instant getTimeUntil() {
        return timeUntil;
    }

    public byte[] getPrivacySalt() {
        return privacySalt.clone();
    }

    public List<ComponentGroupBytes> getGroups() {
        return groups;
    }

    public List<SignatureDetail> getSignatures() {
        return signatures;
    }

    public List<String> getCommands() {
        return commands;
    }

    public List<StateReference> getInputs() {
        return inputs;
    }

    public List<OutputDetail> getOutputs() {
        return outputs;
    }
}
