package energy.registry.ledger.gateway.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** The secret that the services share; compared in constant time. */
public record ServiceToken(String secret) {

    boolean admits(String authorization) {
        byte[] given = String.valueOf(authorization).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(("Bearer " + secret).getBytes(StandardCharsets.UTF_8), given);
    }

    @Override
    public String toString() {
        return "***";
    }
}
