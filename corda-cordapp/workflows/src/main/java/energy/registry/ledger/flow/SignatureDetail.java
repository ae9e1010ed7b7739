package energy.registry.ledger.flow;

import net.corda.core.serialization.CordaSerializable;

/** A signature on a transaction and exactly what it signs. */
@CordaSerializable
public final class SignatureDetail {
    private final byte[] key;
    private final String party;
    private final String algorithm;
    private final int schemeNumberId;
    private final int platformVersion;
    private final byte[] signature;
    private final byte[] signed;
    private final String partialMerkleRoot;

    public SignatureDetail(
            byte[] key,
            String party,
            String algorithm,
            int schemeNumberId,
            int platformVersion,
            byte[] signature,
            byte[] signed,
            String partialMerkleRoot) {
        this.key = key.clone();
        this.party = party;
        this.algorithm = algorithm;
        this.schemeNumberId = schemeNumberId;
        this.platformVersion = platformVersion;
        this.signature = signature.clone();
        this.signed = signed.clone();
        this.partialMerkleRoot = partialMerkleRoot;
    }

    public byte[] getKey() {
        return key.clone();
    }

    public String getParty() {
        return party;
    }

    public String getAlgorithm() {
        return algorithm;
    }

    public int getSchemeNumberId() {
        return schemeNumberId;
    }

    public int getPlatformVersion() {
        return platformVersion;
    }

    public byte[] getSignature() {
        return signature.clone();
    }

    public byte[] getSigned() {
        return signed.clone();
    }

    public String getPartialMerkleRoot() {
        return partialMerkleRoot;
    }
}
