package energy.registry.vision.port;

import energy.registry.vision.commission.Commission;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Commissioned views by device and camera; versions are added, never changed, and durable when a call returns. */
public interface CommissionStore {
    /**
     * Adds the next version.
     *
     * @param draft with version and digest of the caller's choice, which are replaced
     * @param picture the reference picture's file
     */
    Commission add(Commission draft, byte[] picture) throws IOException;

    /** All versions, the oldest first. */
    List<Commission> history(String deviceId, String cameraId) throws IOException;

    /** The version in force. */
    default Optional<Commission> current(String deviceId, String cameraId) throws IOException {
        List<Commission> all = history(deviceId, cameraId);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** The reference picture's file of a version. */
    byte[] picture(Commission commission) throws IOException;
}
