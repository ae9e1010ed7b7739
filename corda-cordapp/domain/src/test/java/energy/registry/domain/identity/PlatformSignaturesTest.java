package energy.registry.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.domain.fixture.Keys;
import java.nio.charset.StandardCharsets;
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
}
