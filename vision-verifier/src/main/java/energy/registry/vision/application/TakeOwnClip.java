package energy.registry.vision.application;

import com.fasterxml.jackson.databind.ObjectMapper;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.evidence.ClipCapture;
import energy.registry.domain.evidence.Origin;
import energy.registry.domain.evidence.SignedRecord;
import energy.registry.vision.port.ClipStore;
import energy.registry.vision.port.LiveSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records a look and brings it to the queue in which signed clips wait too. No camera's key vouches for what came over the
 * network: the verifier signs the capture with its own, and says so beside the clip. That signature makes it a look: what
 * it shows may speak against energy and never for it.
 */
public final class TakeOwnClip {
    static final String PULLED = "PULLED";

    private static final String CLIP_EMPTY = "CLIP_EMPTY";
    private static final Logger LOG = LoggerFactory.getLogger(TakeOwnClip.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RecordStream streams;
    private final ReceiveClip receive;
    private final ClipStore store;
    private final SignAsVerifier signer;
    private final VisionFigures figures;
    private final Clock clock;

    public TakeOwnClip(
            RecordStream streams,
            ReceiveClip receive,
            ClipStore store,
            SignAsVerifier signer,
            VisionFigures figures,
            Clock clock) {
        this.streams = streams;
        this.receive = receive;
        this.store = store;
        this.signer = signer;
        this.figures = figures;
        this.clock = clock;
    }

    /** What the record of a look says of how it was taken. */
    static String lookName(Digest capture) {
        return "look-" + capture + ".json";
    }

    void take(LookPlans.Look look) throws IOException {
        Path clip = store.newUpload();
        try {
            Instant began = clock.instant();
            LiveSource.Answer answer = streams.record(look.cameraId(), LookPlans.LENGTH, clip);
            if (answer instanceof LiveSource.Refused refused) {
                missed(look, refused.reason().name(), refused.detail());
            } else if (Files.size(clip) == 0) {
                missed(look, CLIP_EMPTY, "0 bytes in " + LookPlans.LENGTH.toSeconds() + " s");
            } else {
                bring(look, began, clip);
            }
        } finally {
            Files.deleteIfExists(clip);
        }
    }

    private void bring(LookPlans.Look look, Instant began, Path file) throws IOException {
        Digest clip = FootageBytes.of(file).sha256();
        SignedRecord capture = signer.sign(new ClipCapture(
                        look.cameraId(),
                        look.device().deviceId(),
                        look.intervalStart(),
                        look.intervalEnd(),
                        began.getEpochSecond(),
                        Origin.LIVE,
                        clip)
                .encode());
        store.write(clip, lookName(capture.digest()), JSON.writeValueAsBytes(document(look, began)));
        if (receive.receiveOwn(capture, file, clip) instanceof ReceiveClip.TurnedAway away) {
            missed(look, away.rule().name(), away.detail());
        } else {
            figures.looked();
        }
    }

    private Map<String, Object> document(LookPlans.Look look, Instant began) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("origin", PULLED);
        out.put("signedBy", "VERIFIER");
        out.put("address", streams.cameras().shown(look.cameraId()));
        out.put("moment", look.moment().toString());
        out.put("began", began.toString());
        out.put("nonceSha256", look.commitment().toString());
        return out;
    }

    void missed(LookPlans.Look look, String code, String detail) {
        figures.lookMissed(code);
        LOG.warn("look through {} at {} missed: {} {}", look.cameraId(), look.moment(), code, detail);
    }
}
