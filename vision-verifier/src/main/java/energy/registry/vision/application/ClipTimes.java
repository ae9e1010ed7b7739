package energy.registry.vision.application;

import energy.registry.domain.encoding.Digest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * When clips are taken in an interval: at moments that nobody but the verifier knows before, and that anyone can check
 * after. The nonce is drawn for one interval; its digest may be made known at once, itself once the interval has passed. Of
 * {@code n} clips each lies in its own n-th part of the interval, at a place told by HMAC-SHA-256 of the nonce.
 */
public final class ClipTimes {
    private static final int NONCE_BYTES = 32;

    /** So many looks at one interval are enough: the mean of six clips is good to a sixth of a gust's size. */
    public static final int CLIPS_MAX = 12;

    private final byte[] nonce;

    /** @param nonce 32 bytes of a random source that cannot be foreseen */
    public ClipTimes(byte[] nonce) {
        if (nonce.length != NONCE_BYTES) {
            throw new IllegalArgumentException("nonce: " + nonce.length + " bytes, not " + NONCE_BYTES);
        }
        this.nonce = nonce.clone();
    }

    /** What may be told before the interval: it binds the verifier and says nothing of the times. */
    public Digest commitment() {
        return Digest.sha(nonce);
    }

    /** The beginnings of the clips, in order, none over the end of its part of the interval. */
    public List<Instant> starts(String cameraId, Instant begin, Duration interval, int clips, Duration length) {
        if (clips < 1 || clips > CLIPS_MAX) {
            throw new IllegalArgumentException("clips: " + clips + " is not within 1 .. " + CLIPS_MAX);
        }
        long part = interval.toMillis() / clips;
        long room = part - length.toMillis();
        if (room < 0) {
            throw new IllegalArgumentException("interval: " + clips + " clips of " + length.toSeconds()
                    + " s do not fit into " + interval.toSeconds() + " s");
        }
        List<Instant> starts = new ArrayList<>();
        for (int i = 0; i < clips; i++) {
            long drawn = Math.floorMod(draw(cameraId, begin, i), room + 1);
            starts.add(begin.plusMillis(i * part + drawn));
        }
        return List.copyOf(starts);
    }

    private long draw(String cameraId, Instant begin, int clip) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(nonce, "HmacSHA256"));
            mac.update(cameraId.getBytes(StandardCharsets.UTF_8));
            mac.update(ByteBuffer.allocate(12)
                    .putLong(begin.getEpochSecond())
                    .putInt(clip)
                    .array());
            return ByteBuffer.wrap(mac.doFinal()).getLong() >>> 1;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
        }
    }
}
