package energy.registry.ledger.contract;

import energy.registry.domain.encoding.Digest;
import energy.registry.domain.merkle.AbsenceProof;
import energy.registry.domain.register.Fingerprint;
import energy.registry.domain.rule.Rule;
import energy.registry.domain.rule.Verdict;
import java.util.List;

/** The register's root as it grows by one proven fingerprint after the other. */
final class RegisterGrowth {
    private Digest root;

    RegisterGrowth(byte[] root) {
        this.root = Digest.of(root);
    }

    /** Takes the prints in, each with its proof, or says which one is not shown to be new. */
    Verdict add(List<Fingerprint> prints, List<AbsenceEvidence> proofs) {
        if (proofs.size() != prints.size()) {
            return Rule.DEVICE_IS_NEW.isBrokenBy(proofs.size() + " proofs for " + prints.size());
        }
        for (int i = 0; i < prints.size(); i++) {
            if (!add(prints.get(i), proofs.get(i))) {
                return Rule.DEVICE_IS_NEW.isBrokenBy(
                        "no proof that the " + prints.get(i).kind() + " (fingerprint " + i + ") is new");
            }
        }
        return Verdict.VALID;
    }

    boolean add(Fingerprint print, AbsenceEvidence evidence) {
        AbsenceProof proof = evidence.proof();
        if (!proof.proves(print.digest(), root)) {
            return false;
        }
        root = proof.rootWith(print.digest());
        return true;
    }

    Digest root() {
        return root;
    }
}
