package energy.registry.ledger.gateway.corda;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.domain.encoding.Digest;
import energy.registry.domain.identity.PlatformSignatures;
import energy.registry.domain.identity.SigningKey;
import energy.registry.domain.ledger.TransactionProof;
import energy.registry.domain.ledger.TransactionSignature;
import energy.registry.ledger.contract.OpenAccount;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.corda.core.contracts.ComponentGroupEnum;
import net.corda.core.contracts.PrivacySalt;
import net.corda.core.crypto.Crypto;
import net.corda.core.crypto.MerkleTree;
import net.corda.core.crypto.SecureHash;
import net.corda.core.crypto.SignableData;
import net.corda.core.crypto.SignatureMetadata;
import net.corda.core.crypto.SignatureScheme;
import net.corda.core.transactions.ComponentGroup;
import net.corda.core.transactions.WireTransaction;
import net.corda.core.utilities.OpaqueBytes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The kernel's recomputation against Corda's own classes. */
class TransactionProofTest {
    private static final long SEED = 20261122L;
    private final Random random = new Random(SEED);

    @BeforeAll
    static void serialiseAsNodesDo() {
        LedgerSerialization.activate();
    }

    @Test
    void theIdIsCordasIdWhateverGroupsATransactionHas() {
        for (int round = 0; round < 60; round++) {
            byte[] salt = bytes(32);
            Map<Integer, List<byte[]>> groups = someGroups();
            assertThat(new TransactionProof(salt, groups).id().toString())
                    .as("round " + round + " of seed " + SEED)
                    .isEqualToIgnoringCase(cordas(salt, groups).getId().toString());
        }
    }

    @Test
    void anyChangedByteChangesTheId() {
        byte[] salt = bytes(32);
        Map<Integer, List<byte[]>> groups = someGroups();
        Digest id = new TransactionProof(salt, groups).id();
        byte[] component =
                groups.get(ComponentGroupEnum.OUTPUTS_GROUP.ordinal()).get(0);
        component[component.length / 2] ^= 1;
        assertThat(new TransactionProof(salt, groups).id()).isNotEqualTo(id);
        component[component.length / 2] ^= 1;
        salt[7] ^= 1;
        assertThat(new TransactionProof(salt, groups).id()).isNotEqualTo(id);
    }

    @Test
    void aSignatureOfANodeIsCheckedWithoutCorda() throws Exception {
        for (SignatureScheme scheme : List.of(Crypto.EDDSA_ED25519_SHA512, Crypto.ECDSA_SECP256R1_SHA256)) {
            KeyPair pair = Crypto.generateKeyPair(scheme);
            SecureHash id = SecureHash.sha256(bytes(100));
            SignableData signable = new SignableData(id, new SignatureMetadata(12, scheme.getSchemeNumberID()));
            TransactionSignature signature = new TransactionSignature(
                    SigningKey.of(pair.getPublic().getEncoded()),
                    Crypto.doSign(pair, signable).getBytes(),
                    LedgerSerialization.bytes(signable));
            PlatformSignatures check = new PlatformSignatures();
            assertThat(signature.covers(Digest.of(id.getBytes()), check)).isTrue();
            assertThat(signature.covers(Digest.sha(new byte[1]), check)).isFalse();
        }
    }

    @Test
    void aNotarysBatchOfOneIsSignedUnderTheHashOfTheId() throws Exception {
        KeyPair pair = Crypto.generateKeyPair(Crypto.EDDSA_ED25519_SHA512);
        SecureHash id = SecureHash.sha256(bytes(100));
        SignableData batch = new SignableData(
                MerkleTree.Companion.getMerkleTree(List.of(id.reHash())).getHash(),
                new SignatureMetadata(12, Crypto.EDDSA_ED25519_SHA512.getSchemeNumberID()));
        TransactionSignature signature = new TransactionSignature(
                SigningKey.of(pair.getPublic().getEncoded()),
                Crypto.doSign(pair, batch).getBytes(),
                LedgerSerialization.bytes(batch));
        assertThat(signature.covers(Digest.of(id.getBytes()), new PlatformSignatures()))
                .isTrue();
    }

    private WireTransaction cordas(byte[] salt, Map<Integer, List<byte[]>> groups) {
        List<ComponentGroup> components = new ArrayList<>();
        groups.forEach((ordinal, bytes) -> {
            List<OpaqueBytes> opaque = new ArrayList<>();
            bytes.forEach(one -> opaque.add(new OpaqueBytes(one)));
            components.add(new ComponentGroup(ordinal, opaque));
        });
        return new WireTransaction(components, new PrivacySalt(salt));
    }

    /** Real serialised components where Corda reads them (inputs, notary, …); random bytes where it does not. */
    private Map<Integer, List<byte[]>> someGroups() {
        Map<Integer, List<byte[]>> groups = new HashMap<>();
        groups.put(ComponentGroupEnum.OUTPUTS_GROUP.ordinal(), someBytes(1 + random.nextInt(9)));
        int commands = 1 + random.nextInt(3);
        groups.put(ComponentGroupEnum.COMMANDS_GROUP.ordinal(), serialised(commands, new OpenAccount("r")));
        groups.put(
                ComponentGroupEnum.SIGNERS_GROUP.ordinal(),
                serialised(commands, List.of(Crypto.generateKeyPair().getPublic())));
        if (random.nextBoolean()) {
            groups.put(ComponentGroupEnum.ATTACHMENTS_GROUP.ordinal(), hashes(1 + random.nextInt(4)));
        }
        if (random.nextBoolean()) {
            groups.put(ComponentGroupEnum.PARAMETERS_GROUP.ordinal(), hashes(1));
        }
        return groups;
    }

    private List<byte[]> someBytes(int count) {
        List<byte[]> list = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            list.add(bytes(1 + random.nextInt(500)));
        }
        return list;
    }

    private static List<byte[]> serialised(int count, Object value) {
        return new ArrayList<>(Collections.nCopies(count, LedgerSerialization.bytes(value)));
    }

    private List<byte[]> hashes(int count) {
        List<byte[]> list = new ArrayList<>(Collections.nCopies(count, null));
        list.replaceAll(none -> LedgerSerialization.bytes(SecureHash.sha256(bytes(8))));
        return list;
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
