package energy.registry.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.registry.domain.encoding.Digest;
import energy.registry.domain.fixture.Keys;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class PlatformSignaturesTest {
    private static final byte[] MESSAGE = "register 42 Wh".getBytes(StandardCharsets.UTF_8);
    private final PlatformSignatures check = new PlatformSignatures();

    @Test
    void bothAlgorithmsSignAndCheck() {
        for (Keys keys : new Keys[] {Keys.edwards(), Keys.nist()}) {
            assertThat(keys.sign(MESSAGE).isBy(keys.key(), MESSAGE, check)).isTrue();
        }
    }

    @Test
    void anyFlippedBitOfMessageOrSignatureIsRefused() {
        Keys keys = Keys.edwards();
        KeySignature signature = keys.sign(MESSAGE);
        for (int i = 0; i < MESSAGE.length; i++) {
            byte[] changed = MESSAGE.clone();
            changed[i] ^= 1;
            assertThat(signature.isBy(keys.key(), changed, check)).isFalse();
        }
        for (int i = 0; i < signature.signature().length; i++) {
            byte[] changed = signature.signature();
            changed[i] ^= 1;
            assertThat(check.isValid(keys.key(), MESSAGE, changed)).isFalse();
        }
    }

    @Test
    void anotherKeyIsRefusedEvenUnderTheSameName() {
        Keys honest = Keys.edwards();
        Keys other = Keys.edwards();
        KeySignature forged =
                new KeySignature(honest.key().id(), other.sign(MESSAGE).signature());
        assertThat(forged.isBy(honest.key(), MESSAGE, check)).isFalse();
        assertThat(other.sign(MESSAGE).isBy(honest.key(), MESSAGE, check)).isFalse();
    }

    @Test
    void anUnreadableKeyChecksNothing() {
        assertThat(check.isValid(SigningKey.of(new byte[] {1, 2, 3}), MESSAGE, new byte[64]))
                .isFalse();
    }

    @Test
    void aKeyTooShortToNameItsAlgorithmChecksNothing() {
        byte[] named = {0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70};
        assertThat(check.isValid(SigningKey.of(named), MESSAGE, new byte[64])).isFalse();
        assertThat(check.isValid(SigningKey.of(Arrays.copyOf(named, 8)), MESSAGE, new byte[64]))
                .isFalse();
    }

    @Test
    void aSignatureIsNeitherEmptyNorBoundless() {
        Digest key = Keys.edwards().key().id();
        assertThat(new KeySignature(key, new byte[KeySignature.SIGNATURE_BYTES_MAX]).signature())
                .hasSize(256);
        assertThatThrownBy(() -> new KeySignature(key, new byte[0])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new KeySignature(key, new byte[257])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aKeyIsItsBytesAndNamedByTheirDigest() {
        byte[] encoded = {1, 2, 3};
        SigningKey key = SigningKey.of(encoded);
        encoded[0] = 9;
        assertThat(key)
                .isEqualTo(SigningKey.of(new byte[] {1, 2, 3}))
                .hasSameHashCodeAs(SigningKey.of(new byte[] {1, 2, 3}))
                .isNotEqualTo(SigningKey.of(new byte[] {1, 2, 4}))
                .isNotEqualTo("key")
                .hasToString("key " + Digest.sha(new byte[] {1, 2, 3}));
        assertThat(key.hashCode()).isNotEqualTo(SigningKey.of(encoded).hashCode());
        assertThatThrownBy(() -> SigningKey.of(new byte[0])).hasMessageContaining("1..1024 bytes, not 0");
        assertThatThrownBy(() -> SigningKey.of(new byte[1_025])).hasMessageContaining("not 1025");
    }
}
