package energy.registry.domain.ledger;

import energy.registry.domain.encoding.Digest;
import energy.registry.domain.identity.SignatureCheck;
import energy.registry.domain.identity.SigningKey;

/**
 * A signature on a transaction. What is signed is not the id alone but a serialised record of the id and of the signer's
 * platform version and algorithm; the exact bytes are kept, and a check looks for the id inside them.
 */
public final class TransactionSignature {
    /** The signed record is a schema with 32 bytes of id inside: about 1 KiB. */
    public static final int SIGNED_BYTES_MAX = 8_192;

    private final SigningKey by;
    private final byte[] signature;
    private final byte[] signed;

    /** @param signed the exact bytes that {@code by} signed */
    public TransactionSignature(SigningKey by, byte[] signature, byte[] signed) {
        if (signed.length > SIGNED_BYTES_MAX) {
            throw new IllegalArgumentException(
                    "signed: has " + signed.length + " bytes; a signed record has at most " + SIGNED_BYTES_MAX);
        }
        this.by = by;
        this.signature = signature.clone();
        this.signed = signed.clone();
    }

    public SigningKey by() {
        return by;
    }

    /** Whether the key signed exactly this transaction. */
    public boolean covers(Digest transactionId, SignatureCheck check) {
        return speaksOf(transactionId) && check.isValid(by, signed, signature);
    }

    /** A party names the id; a notary names the root of its batch, which for a batch of one is the id's hash. */
    private boolean speaksOf(Digest transactionId) {
        Digest batchOfOne = Digest.sha(transactionId.bytes());
        return Bytes.occurrences(signed, transactionId.bytes()) + Bytes.occurrences(signed, batchOfOne.bytes()) == 1;
    }
}
