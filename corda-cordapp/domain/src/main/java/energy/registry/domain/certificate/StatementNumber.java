package energy.registry.domain.certificate;

import energy.registry.domain.encoding.Digest;

/**
 * The public number of a retirement statement: 80 bits of a hash over the transaction's id and the output's index, so
 * that nobody can guess one and everybody who has the transaction can derive it.
 */
public final class StatementNumber {
    private StatementNumber() {}

    /** {@code RS-} and four groups of four characters of Crockford's base 32. */
    public static String of(Digest transactionId, int outputIndex) {
        return RecordNumber.of("RS", Digest.sha(transactionId.bytes(), new byte[] {(byte) outputIndex}));
    }
}
