package energy.registry.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.registry.domain.encoding.Digest;
import energy.registry.domain.identity.PlatformSignatures;
import energy.registry.fixture.Keypair;
import java.util.Arrays;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TransactionSignatureTest {
    private static final Keypair SIGNER = Keypair.fresh();
    private static final Digest ID = Digest.sha(new byte[] {1});
    private static final Digest OTHER = Digest.sha(new byte[] {2});
    private static final Digest BATCH_OF_ONE = Digest.sha(ID.bytes());
    private static final byte[] SCHEMA = {9, 8, 7};

    private static byte[] joined(byte[]... parts) {
        int length = Stream.of(parts).mapToInt(part -> part.length).sum();
        byte[] all = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    private static TransactionSignature over(byte[] signed) {
        return new TransactionSignature(SIGNER.key(), SIGNER.sign(signed).signature(), signed);
    }

    private static boolean covers(byte[] signed) {
        return over(signed).covers(ID, new PlatformSignatures());
    }

    @Test
    void aSignatureCoversTheTransactionItNamesOnce() {
        assertThat(covers(joined(SCHEMA, ID.bytes(), SCHEMA))).isTrue();
        assertThat(covers(joined(SCHEMA, ID.bytes()))).isTrue();
        assertThat(covers(joined(ID.bytes(), SCHEMA))).isTrue();
        assertThat(covers(joined(SCHEMA, BATCH_OF_ONE.bytes()))).isTrue();
        assertThat(covers(joined(SCHEMA, OTHER.bytes()))).isFalse();
        assertThat(covers(joined(ID.bytes(), SCHEMA, ID.bytes()))).isFalse();
        assertThat(covers(joined(ID.bytes(), BATCH_OF_ONE.bytes()))).isFalse();
    }

    @Test
    void aSignatureIsTheNamedKeysOverExactlyTheseBytes() {
        byte[] signed = joined(SCHEMA, ID.bytes());
        TransactionSignature genuine = over(signed);
        assertThat(genuine.by()).isEqualTo(SIGNER.key());
        byte[] bent = SIGNER.sign(signed).signature();
        bent[3] ^= 1;
        assertThat(new TransactionSignature(SIGNER.key(), bent, signed).covers(ID, new PlatformSignatures()))
                .isFalse();
        assertThat(new TransactionSignature(
                                Keypair.fresh().key(), SIGNER.sign(signed).signature(), signed)
                        .covers(ID, new PlatformSignatures()))
                .isFalse();
    }

    @Test
    void whatWasSignedIsARecordOfBoundedSize() {
        assertThat(new TransactionSignature(SIGNER.key(), new byte[0], new byte[8_192]).by())
                .isEqualTo(SIGNER.key());
        assertThatThrownBy(() -> new TransactionSignature(SIGNER.key(), new byte[0], new byte[8_193]))
                .hasMessageContaining("has 8193 bytes");
    }

    @Test
    void bytesAreFoundWhereverTheyAre() {
        byte[] bytes = {1, 2, 1, 2, 1};
        assertThat(Bytes.occurrences(bytes, new byte[] {1, 2})).isEqualTo(2);
        assertThat(Bytes.occurrences(bytes, new byte[] {2, 1})).isEqualTo(2);
        assertThat(Bytes.occurrences(bytes, new byte[] {1, 2, 1})).isEqualTo(2);
        assertThat(Bytes.occurrences(bytes, bytes)).isEqualTo(1);
        assertThat(Bytes.occurrences(bytes, new byte[] {3})).isZero();
        assertThat(Bytes.occurrences(bytes, new byte[6])).isZero();
        assertThatThrownBy(() -> Bytes.occurrences(bytes, new byte[0])).hasMessageContaining("empty");
    }

    @Test
    void aProofHasAsManyGroupsAndComponentsAsATransaction() {
        byte[] salt = new byte[32];
        byte[] component = {1};
        assertThat(new TransactionProof(salt, Collections.singletonMap(15, Collections.nCopies(4_096, component)))
                        .components(15))
                .hasSize(4_096);
        assertThatThrownBy(() ->
                        new TransactionProof(salt, Collections.singletonMap(15, Collections.nCopies(4_097, component))))
                .hasMessageContaining("4097 components");
        assertThatThrownBy(() -> new TransactionProof(salt, Collections.singletonMap(0, Collections.emptyList())))
                .hasMessageContaining("0 components");
        for (int ordinal : Arrays.asList(-1, 16)) {
            assertThatThrownBy(() -> new TransactionProof(
                            salt, Collections.singletonMap(ordinal, Collections.singletonList(component))))
                    .hasMessageContaining("ordinal " + ordinal);
        }
        assertThatThrownBy(() -> new TransactionProof(salt, Collections.emptyMap()))
                .hasMessageContaining("none is given");
        assertThatThrownBy(() -> new TransactionProof(
                        new byte[31], Collections.singletonMap(0, Collections.singletonList(component))))
                .hasMessageContaining("31 bytes");
    }
}
