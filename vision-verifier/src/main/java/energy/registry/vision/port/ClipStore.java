package energy.registry.vision.port;

import energy.registry.domain.encoding.Digest;
import energy.registry.domain.evidence.SignedRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Clips and what was found in them; every call is durable when it returns. */
public interface ClipStore {
    /** A fresh file to receive bytes into. */
    Path newUpload() throws IOException;

    /** Moves an uploaded file to its place and notes that {@code capture} waits for its measurement. */
    void admit(Path upload, Digest clip, SignedRecord capture) throws IOException;

    /** Captures that were admitted and not measured yet, oldest first. */
    List<SignedRecord> waiting() throws IOException;

    Path clip(Digest clip);

    /** The clips that came last, at most so many, the oldest of them first; those whose footage was deleted count too. */
    List<Digest> newest(int count) throws IOException;

    /** Digests of all captures that ever showed this clip. */
    List<SignedRecord> capturesOf(Digest clip) throws IOException;

    /** Files under a clip: {@code record.json}, {@code kymograph.png}, {@code frame-0.jpg}. */
    void write(Digest clip, String name, byte[] bytes) throws IOException;

    Optional<byte[]> read(Digest clip, String name) throws IOException;

    /**
     * Counts, durably, that a capture's clip is about to be measured: what ends the process on each try is not tried for
     * ever.
     *
     * @return how many times it was begun, this one included
     */
    int begin(Digest capture) throws IOException;

    /** Keeps the verdict, puts it in the outbox and takes its capture from the waiting ones. */
    void conclude(SignedRecord capture, SignedRecord verdict) throws IOException;

    /** As {@link #conclude}, of a clip that this verifier took itself: nobody is told, it is found by {@link #looks}. */
    void settle(SignedRecord capture, SignedRecord verdict) throws IOException;

    /** The verdicts on the clips that this verifier took itself in an interval of a device. */
    List<SignedRecord> looks(String deviceId, long intervalStartEpochSecond) throws IOException;

    Optional<SignedRecord> verdictOf(Digest capture) throws IOException;

    boolean isWaiting(Digest capture);

    /**
     * Deletes the raw clips that were measured and are older; what was found in them stays.
     *
     * @return how many were deleted
     */
    int forgetFootageBefore(Instant moment) throws IOException;
}
