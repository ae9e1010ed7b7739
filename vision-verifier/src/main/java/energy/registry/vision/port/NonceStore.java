package energy.registry.vision.port;

import java.io.IOException;
import java.util.Optional;

/** The nonces that the moments of looks were drawn by; each is kept, durably, before it is used. */
public interface NonceStore {
    Optional<byte[]> nonce(String cameraId, long intervalStartEpochSecond) throws IOException;

    void keep(String cameraId, long intervalStartEpochSecond, byte[] nonce) throws IOException;
}
