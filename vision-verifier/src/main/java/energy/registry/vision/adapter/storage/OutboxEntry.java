package energy.registry.vision.adapter.storage;

import energy.registry.domain.encoding.CanonicalReader;
import energy.registry.domain.encoding.CanonicalWriter;
import energy.registry.domain.evidence.SignedRecord;

/** A verdict on its way to ingest, with the capture it answers. */
public record OutboxEntry(SignedRecord capture, SignedRecord verdict) {
    private static final String TAG = "VISION-OUTBOX-1";

    static byte[] encode(SignedRecord capture, SignedRecord verdict) {
        return new CanonicalWriter(TAG)
                .bytes(capture.encode())
                .bytes(verdict.encode())
                .toBytes();
    }

    public static OutboxEntry decode(byte[] encoded) {
        CanonicalReader in = new CanonicalReader(TAG, encoded);
        OutboxEntry entry =
                new OutboxEntry(SignedRecord.decode(in.bytes("capture")), SignedRecord.decode(in.bytes("verdict")));
        in.end();
        return entry;
    }
}
