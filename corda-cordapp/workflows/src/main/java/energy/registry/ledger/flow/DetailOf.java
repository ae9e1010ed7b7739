package energy.registry.ledger.flow;

import energy.registry.ledger.state.CanonicalState;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.corda.core.contracts.Command;
import net.corda.core.contracts.StateRef;
import net.corda.core.contracts.TimeWindow;
import net.corda.core.contracts.TransactionState;
import net.corda.core.crypto.Crypto;
import net.corda.core.crypto.SecureHash;
import net.corda.core.crypto.SignableData;
import net.corda.core.crypto.TransactionSignature;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import net.corda.core.serialization.SerializationAPIKt;
import net.corda.core.serialization.SerializationFactory;
import net.corda.core.transactions.ComponentGroup;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.transactions.WireTransaction;
import net.corda.core.utilities.OpaqueBytes;

/** Takes a transaction apart into what a check without a node needs. */
final class DetailOf {
    private static final byte[] NOTHING = {};

    private final SignedTransaction signed;
    private final WireTransaction tx;
    private final ServiceHub services;

    DetailOf(SignedTransaction signed, ServiceHub services) {
        this.signed = signed;
        this.tx = signed.getTx();
        this.services = services;
    }

    TransactionDetail detail() {
        TimeWindow window = tx.getTimeWindow();
        Instant from = window == null ? null : window.getFromTime();
        Instant until = window == null ? null : window.getUntilTime();
        return new TransactionDetail(
                LedgerFlow.text(tx.getId()),
                tx.getNotary() == null ? "" : tx.getNotary().getName().toString(),
                from,
                until,
                tx.getPrivacySalt().getBytes(),
                groups(),
                signatures(),
                commands(),
                inputs(),
                outputs());
    }

    private List<ComponentGroupBytes> groups() {
        List<ComponentGroupBytes> groups = new ArrayList<>();
        for (ComponentGroup group : tx.getComponentGroups()) {
            List<byte[]> components = new ArrayList<>();
            for (OpaqueBytes component : group.getComponents()) {
                components.add(component.getBytes());
            }
            groups.add(new ComponentGroupBytes(group.getGroupIndex(), components));
        }
        return groups;
    }

    private List<SignatureDetail> signatures() {
        List<SignatureDetail> details = new ArrayList<>();
        for (TransactionSignature signature : signed.getSigs()) {
            details.add(of(signature));
        }
        return details;
    }

    private SignatureDetail of(TransactionSignature signature) {
        PublicKey key = signature.getBy();
        SecureHash root = signature.getPartialMerkleTree() == null
                ? tx.getId()
                : net.corda.core.crypto.PartialMerkleTree.Companion.rootAndUsedHashes(
                        signature.getPartialMerkleTree().getRoot(), new ArrayList<>());
        byte[] message = SerializationAPIKt.serialize(
                        new SignableData(root, signature.getSignatureMetadata()),
                        SerializationFactory.Companion.getDefaultFactory(),
                        SerializationFactory.Companion.getDefaultFactory().getDefaultContext())
                .getBytes();
        Party party = services.getIdentityService().partyFromKey(key);
        return new SignatureDetail(
                key.getEncoded(),
                party == null ? "" : party.getName().toString(),
                Crypto.findSignatureScheme(key).getSignatureName(),
                signature.getSignatureMetadata().getSchemeNumberID(),
                signature.getSignatureMetadata().getPlatformVersion(),
                signature.getBytes(),
                message,
                LedgerFlow.text(root));
    }

    private List<String> commands() {
        List<String> names = new ArrayList<>();
        for (Command<?> command : tx.getCommands()) {
            names.add(command.getValue().getClass().getSimpleName());
        }
        return names;
    }

    private List<StateReference> inputs() {
        List<StateReference> references = new ArrayList<>();
        for (StateRef input : tx.getInputs()) {
            references.add(new StateReference(LedgerFlow.text(input.getTxhash()), input.getIndex()));
        }
        return references;
    }

    private List<OutputDetail> outputs() {
        List<OutputDetail> details = new ArrayList<>();
        for (TransactionState<?> output : tx.getOutputs()) {
            Object state = output.getData();
            byte[] canonical = state instanceof CanonicalState ? ((CanonicalState) state).canonicalBytes() : NOTHING;
            details.add(new OutputDetail(state.getClass().getSimpleName(), canonical));
        }
        return details;
    }
}
