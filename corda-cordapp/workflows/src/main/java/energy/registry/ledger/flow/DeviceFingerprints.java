package energy.registry.ledger.flow;

import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.merkle.SparseMerkleTree;
import energy.registry.domain.register.Fingerprint;
import energy.registry.domain.rule.Rule;
import energy.registry.domain.rule.Verdict;
import energy.registry.ledger.contract.AbsenceEvidence;
import energy.registry.ledger.state.DeviceState;
import java.util.ArrayList;
import java.util.List;
import net.corda.core.node.AppServiceHub;
import net.corda.core.node.services.CordaService;
import net.corda.core.serialization.SingletonSerializeAsToken;

/** The tree behind the device register's root, kept in memory and rebuilt from the vault when it is behind. */
@CordaService
public final class DeviceFingerprints extends SingletonSerializeAsToken {
    private final AppServiceHub hub;
    private SparseMerkleTree tree = new SparseMerkleTree();

    public DeviceFingerprints(AppServiceHub hub) {
        this.hub = hub;
    }

    /** Whether none of the prints is taken. */
    synchronized Verdict areNew(List<Fingerprint> prints, Digest root) {
        catchUpWith(root);
        for (Fingerprint print : prints) {
            if (tree.contains(print.digest())) {
                return Rule.DEVICE_IS_NEW.isBrokenBy("the " + print.kind() + " is registered already");
            }
        }
        return Verdict.VALID;
    }

    /** Proofs of absence, each in the tree that has the prints before it, and the root with all of them. */
    synchronized Addition add(List<Fingerprint> prints, Digest root) {
        catchUpWith(root);
        List<AbsenceEvidence> proofs = new ArrayList<>();
        for (Fingerprint print : prints) {
            proofs.add(AbsenceEvidence.of(tree.absenceOf(print.digest())));
            tree.add(print.digest());
        }
        return new Addition(proofs, tree.root());
    }

    /** A registration that was drafted and not recorded leaves the tree ahead: the vault decides. */
    private void catchUpWith(Digest root) {
        if (tree.root().equals(root)) {
            return;
        }
        SparseMerkleTree fromVault = new SparseMerkleTree();
        for (DeviceState state : new LedgerView(hub).versionsOfDevices()) {
            ProductionDevice record = state.record();
            Fingerprint.of(record).forEach(print -> fromVault.add(print.digest()));
            fromVault.add(Fingerprint.placeOf(record).digest());
        }
        new LedgerView(hub).consumptions().forEach(point -> Fingerprint.of(
                        point.getState().getData().record().point())
                .forEach(print -> fromVault.add(print.digest())));
        if (!fromVault.root().equals(root)) {
            throw new IllegalStateException("the vault's devices and points do not give the register's root " + root);
        }
        tree = fromVault;
    }

    static final class Addition {
        private final List<AbsenceEvidence> proofs;
        private final Digest root;

        Addition(List<AbsenceEvidence> proofs, Digest root) {
            this.proofs = proofs;
            this.root = root;
        }

        List<AbsenceEvidence> proofs() {
            return proofs;
        }

        Digest root() {
            return root;
        }
    }
}
