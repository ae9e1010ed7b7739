package energy.registry.ingest.adapter.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.domain.identity.SignatureCheck;
import energy.registry.domain.identity.SigningKey;
import energy.registry.ingest.fixture.Keys;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every checker of statements' signatures answers, native or not. */
interface SignatureContract {
    byte[] MESSAGE = "REC-STATEMENT-1 some record".getBytes(StandardCharsets.UTF_8);

    /** Order of the group of Ed25519 (RFC 8032, section 5.1). */
    BigInteger ORDER = BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

    SignatureCheck check();

    private static byte[] signed(Keys keys) {
        return keys.signature(MESSAGE).signature();
    }

    @Test
    default void acceptsBothAlgorithmsWithTheirKey() {
        for (Keys keys : new Keys[] {Keys.edwards(), Keys.elliptic()}) {
            assertThat(check().isValid(keys.key(), MESSAGE, signed(keys))).isTrue();
        }
    }

    @Test
    default void refusesAnotherMessageAnotherKeyAndAnotherAlgorithm() {
        Keys edwards = Keys.edwards();
        Keys elliptic = Keys.elliptic();
        assertThat(check().isValid(edwards.key(), new byte[] {1}, signed(edwards)))
                .isFalse();
        assertThat(check().isValid(elliptic.key(), new byte[] {1}, signed(elliptic)))
                .isFalse();
        assertThat(check().isValid(Keys.edwards().key(), MESSAGE, signed(edwards)))
                .isFalse();
        assertThat(check().isValid(Keys.elliptic().key(), MESSAGE, signed(elliptic)))
                .isFalse();
        assertThat(check().isValid(edwards.key(), MESSAGE, signed(elliptic))).isFalse();
        assertThat(check().isValid(elliptic.key(), MESSAGE, signed(edwards))).isFalse();
    }

    @Test
    default void refusesWhatIsNotTheOneFormOfASignature() {
        for (Keys keys : new Keys[] {Keys.edwards(), Keys.elliptic()}) {
            byte[] signature = signed(keys);
            assertThat(check().isValid(keys.key(), MESSAGE, new byte[0])).isFalse();
            assertThat(check().isValid(keys.key(), MESSAGE, new byte[64])).isFalse();
            assertThat(check().isValid(keys.key(), MESSAGE, Arrays.copyOf(signature, signature.length - 1)))
                    .isFalse();
            assertThat(check().isValid(keys.key(), MESSAGE, Arrays.copyOf(signature, signature.length + 1)))
                    .isFalse();
        }
        byte[] zeros = {0x30, 6, 2, 1, 0, 2, 1, 0};
        assertThat(check().isValid(Keys.elliptic().key(), MESSAGE, zeros)).isFalse();
    }

    /** The same S plus the group's order would verify as well, if nobody looked. */
    @Test
    default void refusesASecondFormOfAnEdwardsSignature() {
        Keys keys = Keys.edwards();
        byte[] signature = signed(keys);
        byte[] littleEndian = Arrays.copyOfRange(signature, 32, 64);
        byte[] bigEndian = reversed(littleEndian);
        byte[] sum = new BigInteger(1, bigEndian).add(ORDER).toByteArray();
        byte[] padded = new byte[32];
        System.arraycopy(
                sum, Math.max(0, sum.length - 32), padded, Math.max(0, 32 - sum.length), Math.min(32, sum.length));
        System.arraycopy(reversed(padded), 0, signature, 32, 32);
        assertThat(check().isValid(keys.key(), MESSAGE, signature)).isFalse();
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }

    @Test
    default void refusesKeysOfOtherAlgorithmsEvenWithTheirRightSignature() throws Exception {
        KeyPairGenerator larger = KeyPairGenerator.getInstance("EC");
        larger.initialize(new ECGenParameterSpec("secp384r1"));
        KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
        rsa.initialize(2_048);
        for (KeyPairGenerator generator : new KeyPairGenerator[] {larger, rsa}) {
            var pair = generator.generateKeyPair();
            var signer = java.security.Signature.getInstance(
                    pair.getPrivate().getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA");
            signer.initSign(pair.getPrivate());
            signer.update(MESSAGE);
            SigningKey key = SigningKey.of(pair.getPublic().getEncoded());
            assertThat(check().isValid(key, MESSAGE, signer.sign())).isFalse();
        }
        assertThat(check().isValid(SigningKey.of(new byte[] {1, 2, 3}), MESSAGE, new byte[64]))
                .isFalse();
    }

    @Test
    default void refusesEveryFlippedBit() {
        long seed = Long.getLong("seed", 7);
        Random random = new Random(seed);
        for (Keys keys : new Keys[] {Keys.edwards(), Keys.elliptic()}) {
            for (int i = 0; i < 300; i++) {
                byte[] signature = signed(keys);
                int bit = random.nextInt(signature.length * 8);
                signature[bit / 8] ^= (byte) (1 << bit % 8);
                assertThat(check().isValid(keys.key(), MESSAGE, signature))
                        .as("seed " + seed + " bit " + bit)
                        .isFalse();
            }
        }
    }
}
