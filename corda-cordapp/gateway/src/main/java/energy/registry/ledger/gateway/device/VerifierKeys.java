package energy.registry.ledger.gateway.device;

import energy.registry.domain.identity.SigningKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** The public keys of this registry's own verifiers, {@code DATA/keys/<name>.pub}; read when a device needs them. */
public record VerifierKeys(Path folder) {

    SigningKey claims() {
        return read("claims");
    }

    SigningKey vision() {
        return read("vision");
    }

    private SigningKey read(String name) {
        Path file = folder.resolve(name + ".pub");
        try {
            String encoded = Files.readString(file, StandardCharsets.US_ASCII).trim();
            return SigningKey.of(Base64.getDecoder().decode(encoded));
        } catch (IOException missing) {
            throw new IllegalArgumentException(
                    "the key of verifier '" + name + "' is not in " + file
                            + " yet; start the service that makes it, or name the device's verifiers",
                    missing);
        }
    }
}
