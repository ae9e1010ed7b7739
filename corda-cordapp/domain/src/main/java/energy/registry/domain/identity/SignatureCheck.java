package energy.registry.domain.identity;

/**
 * Checks a signature with the algorithm that belongs to the key. The ledger passes the node's own implementation (Java
 * 11 has no Ed25519), every other process {@link PlatformSignatures}.
 */
public interface SignatureCheck {
    /** @return whether {@code signature} is the key's over {@code message}; false also for keys it cannot read */
    boolean isValid(SigningKey key, byte[] message, byte[] signature);
}
