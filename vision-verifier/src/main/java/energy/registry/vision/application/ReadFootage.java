package energy.registry.vision.application;

import energy.registry.domain.encoding.Digest;
import energy.registry.vision.footage.Clip;
import energy.registry.vision.footage.FootageRefusal;
import energy.registry.vision.port.FootageSource;
import java.io.IOException;

/** Hashes a clip's bytes, then decodes them: what every measurement of a clip begins with. */
final class ReadFootage {
    private final FootageSource source;

    ReadFootage(FootageSource source) {
        this.source = source;
    }

    /** Either a clip with its digest or the reason why there is none. */
    sealed interface Answer {}

    record Readable(Digest sha256, long bytes, Clip clip) implements Answer {}

    record Unreadable(FootageRefusal reason, String detail) implements Answer {}

    Answer read(FootageSource.Request request) throws IOException {
        FootageBytes bytes = FootageBytes.of(request.file());
        if (bytes.total() == 0) {
            return new Unreadable(FootageRefusal.EMPTY, request.file().getFileName() + " has 0 bytes");
        }
        if (bytes.total() > VerifyFootage.BYTES_MAX) {
            return new Unreadable(
                    FootageRefusal.TOO_LARGE, bytes.total() + " bytes; at most " + VerifyFootage.BYTES_MAX);
        }
        Digest sha256 = bytes.sha256();
        FootageSource.Answer decoded = source.decode(request);
        if (decoded instanceof FootageSource.Refused refused) {
            return new Unreadable(refused.reason(), refused.detail());
        }
        return new Readable(sha256, bytes.total(), ((FootageSource.Decoded) decoded).clip());
    }
}
