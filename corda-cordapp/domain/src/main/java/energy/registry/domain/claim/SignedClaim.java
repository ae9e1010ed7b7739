package energy.registry.domain.claim;

import energy.registry.domain.encoding.CanonicalReader;
import energy.registry.domain.encoding.CanonicalWriter;
import energy.registry.domain.identity.KeySignature;
import energy.registry.domain.identity.SignatureCheck;
import energy.registry.domain.identity.SigningKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A claim with its verifiers' signatures over the claim's canonical bytes. */
public final class SignedClaim {
    public static final String TAG = "REC-SIGNED-CLAIM-1";

    /** A quorum is a handful of verifiers. */
    public static final int SIGNATURES_MAX = 16;

    private final GenerationClaim claim;
    private final List<KeySignature> signatures;

    public SignedClaim(GenerationClaim claim, List<KeySignature> signatures) {
        if (signatures.size() > SIGNATURES_MAX) {
            throw new IllegalArgumentException("a claim has at most " + SIGNATURES_MAX + " signatures");
        }
        this.claim = claim;
        this.signatures = Collections.unmodifiableList(new ArrayList<>(signatures));
    }

    public GenerationClaim claim() {
        return claim;
    }

    public List<KeySignature> signatures() {
        return signatures;
    }

    /** How many different keys of {@code verifiers} signed the claim; the same key twice counts once. */
    public int validSignatures(List<SigningKey> verifiers, SignatureCheck check) {
        byte[] message = claim.encode();
        Set<SigningKey> signers = new HashSet<>();
        for (SigningKey verifier : verifiers) {
            for (KeySignature signature : signatures) {
                if (!signers.contains(verifier) && signature.isBy(verifier, message, check)) {
                    signers.add(verifier);
                }
            }
        }
        return signers.size();
    }

    public byte[] encode() {
        CanonicalWriter out = new CanonicalWriter(TAG).bytes(claim.encode()).i32(signatures.size());
        signatures.forEach(signature -> signature.write(out));
        return out.toBytes();
    }

    public static SignedClaim decode(byte[] encoded) {
        CanonicalReader in = new CanonicalReader(TAG, encoded);
        GenerationClaim claim = GenerationClaim.decode(in.bytes("claim"));
        int count = in.count("signatures", SIGNATURES_MAX);
        List<KeySignature> signatures = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            signatures.add(KeySignature.read(in));
        }
        in.end();
        return new SignedClaim(claim, signatures);
    }
}
