package energy.registry.ingest.adapter.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.registry.domain.identity.SignatureCheck;
import energy.registry.domain.identity.SigningKey;
import energy.registry.ingest.identity.KeyAlgorithm;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;

/** Pure Java passes the same contract as native code, and knows the curves of calibrated meters besides. */
class RecordSignaturesTest implements SignatureContract {
    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();
    private static final byte[] RECORD = "{\"RV\":1.5}".getBytes(StandardCharsets.UTF_8);

    @Override
    public SignatureCheck check() {
        return RecordSignatures.ofStatements();
    }

    @Test
    void everyCurveIsKnownByItsKeyAloneInBothForms() throws Exception {
        for (KeyAlgorithm algorithm : KeyAlgorithm.values()) {
            if (!algorithm.isElliptic()) {
                continue;
            }
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", PROVIDER);
            generator.initialize(new ECGenParameterSpec(algorithm.curve()));
            KeyPair pair = generator.generateKeyPair();
            SigningKey key = SigningKey.of(pair.getPublic().getEncoded());
            assertThat(KeyAlgorithm.of(key)).contains(algorithm);
            assertThat(RecordSignatures.read(key.encoded())).isEqualTo(key);
            assertThat(RecordSignatures.read(algorithm.point(key)))
                    .as("a bare point")
                    .isEqualTo(key);

            assertThat(RecordSignatures.ofMeters().isValid(key, RECORD, sign(pair, "SHA256withECDSA")))
                    .isTrue();
            byte[] bare = sign(pair, "SHA256withPLAIN-ECDSA");
            assertThat(RecordSignatures.ofMeters().isValid(key, RECORD, bare)).isTrue();
            assertThat(RecordSignatures.ofStatements().isValid(key, RECORD, bare))
                    .isFalse();
            bare[bare.length - 1] ^= 1;
            assertThat(RecordSignatures.ofMeters().isValid(key, RECORD, bare)).isFalse();
        }
    }

    private static byte[] sign(KeyPair pair, String algorithm) throws Exception {
        Signature signer = Signature.getInstance(algorithm, PROVIDER);
        signer.initSign(pair.getPrivate());
        signer.update(RECORD);
        return signer.sign();
    }

    @Test
    void aPointOffEveryCurveIsNoKey() {
        byte[] point = new byte[64];
        Arrays.fill(point, (byte) 7);
        assertThatThrownBy(() -> RecordSignatures.read(point))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("SubjectPublicKeyInfo");
        assertThatThrownBy(() -> RecordSignatures.read(new byte[0])).isInstanceOf(IllegalArgumentException.class);
    }
}
