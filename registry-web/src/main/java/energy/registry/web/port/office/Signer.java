package energy.registry.web.port.office;

/** Signs what the registry hands out, with a key of its own. */
public interface Signer {
    /** Ed25519 over these bytes. */
    byte[] sign(byte[] content);

    /** The public key, PEM. */
    String publicKeyPem();
}
