package energy.registry.ledger.contract;

import energy.registry.domain.encoding.Digest;
import energy.registry.domain.merkle.AbsenceProof;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.corda.core.serialization.CordaSerializable;

/** An absence proof as it travels in a command: the siblings' 32 bytes each, one after the other. */
@CordaSerializable
public final class AbsenceEvidence {
    private final byte[] siblings;

    public AbsenceEvidence(byte[] siblings) {
        this.siblings = siblings.clone();
    }

    public static AbsenceEvidence of(AbsenceProof proof) {
        byte[] all = new byte[proof.siblings().size() * Digest.LENGTH_BYTES];
        for (int i = 0; i < proof.siblings().size(); i++) {
            System.arraycopy(proof.siblings().get(i).bytes(), 0, all, i * Digest.LENGTH_BYTES, Digest.LENGTH_BYTES);
        }
        return new AbsenceEvidence(all);
    }

    public byte[] getSiblings() {
        return siblings.clone();
    }

    AbsenceProof proof() {
        List<Digest> digests = new ArrayList<>();
        for (int at = 0; at + Digest.LENGTH_BYTES <= siblings.length; at += Digest.LENGTH_BYTES) {
            digests.add(Digest.of(Arrays.copyOfRange(siblings, at, at + Digest.LENGTH_BYTES)));
        }
        return new AbsenceProof(digests);
    }
}
