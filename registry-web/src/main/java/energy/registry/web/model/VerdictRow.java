package energy.registry.web.model;

import java.time.Instant;
import java.util.List;

/** What a camera saw: milli-rpm values are -1 when the camera could not tell. */
public record VerdictRow(
        String verdictDigest,
        String cameraId,
        String clipDigest,
        String state,
        long milliRpm,
        long milliRpmUncertainty,
        Instant start,
        Instant end,
        List<String> flags,
        List<String> reasons) {
    public boolean measured() {
        return milliRpm >= 0;
    }

    /** Whether panels and sky were looked at: then there is no rotor, and no kymograph. */
    public boolean ofArray() {
        return reasons.stream().anyMatch(reason -> reason.startsWith("PANELS_"));
    }
}
