package energy.registry.domain.certificate;

import energy.registry.domain.encoding.CanonicalWriter;
import energy.registry.domain.encoding.Digest;

/** Public numbers of records: a prefix and four groups of four Crockford characters of a hash's first 80 bits. */
public final class RecordNumber {
    private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int CHARACTERS = 16;
    private static final int GROUP = 4;
    private static final int BITS_PER_CHARACTER = 5;

    private RecordNumber() {}

    /** {@code <prefix>-XXXX-XXXX-XXXX-XXXX}. */
    public static String of(String prefix, Digest source) {
        byte[] hash = source.bytes();
        StringBuilder text = new StringBuilder(prefix);
        for (int i = 0; i < CHARACTERS; i++) {
            if (i % GROUP == 0) {
                text.append('-');
            }
            text.append(CROCKFORD.charAt(fiveBits(hash, i * BITS_PER_CHARACTER)));
        }
        return text.toString();
    }

    /**
     * The number of what a request of an actor makes; the request's id is known before the transaction, so that the
     * number can stand in it.
     *
     * @param keyId key id of the one who asks
     */
    public static String ofRequest(String prefix, String requestId, String keyId) {
        return of(
                prefix,
                Digest.sha(new CanonicalWriter("REC-NUMBER-1")
                        .text(prefix)
                        .text(requestId)
                        .text(keyId)
                        .toBytes()));
    }

    private static int fiveBits(byte[] from, int bit) {
        int pair = (from[bit / 8] & 0xFF) << 8 | from[bit / 8 + 1] & 0xFF;
        return pair >> 16 - BITS_PER_CHARACTER - bit % 8 & 31;
    }
}
