package energy.registry.domain.certificate;

import energy.registry.domain.encoding.Digest;

/**
 * The public number of a retirement statement: 80 bits of a hash over the transaction's id and the output's index, so
 * that nobody can guess one and everybody who has the transaction can derive it.
 */
public final class StatementNumber {
    private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int CHARACTERS = 16;
    private static final int GROUP = 4;
    private static final int BITS_PER_CHARACTER = 5;

    private StatementNumber() {}

    /** {@code RS-} and four groups of four characters of Crockford's base 32. */
    public static String of(Digest transactionId, int outputIndex) {
        byte[] hash = Digest.sha(transactionId.bytes(), new byte[] {(byte) outputIndex})
                .bytes();
        StringBuilder text = new StringBuilder("RS");
        for (int i = 0; i < CHARACTERS; i++) {
            if (i % GROUP == 0) {
                text.append('-');
            }
            text.append(CROCKFORD.charAt(fiveBits(hash, i * BITS_PER_CHARACTER)));
        }
        return text.toString();
    }

    private static int fiveBits(byte[] from, int bit) {
        int pair = (from[bit / 8] & 0xFF) << 8 | from[bit / 8 + 1] & 0xFF;
        return pair >> 16 - BITS_PER_CHARACTER - bit % 8 & 31;
    }
}
