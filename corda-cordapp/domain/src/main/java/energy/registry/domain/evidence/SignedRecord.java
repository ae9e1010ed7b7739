package energy.registry.domain.evidence;

import energy.registry.domain.encoding.CanonicalReader;
import energy.registry.domain.encoding.CanonicalWriter;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.identity.KeySignature;
import energy.registry.domain.identity.SignatureCheck;
import energy.registry.domain.identity.SigningKey;

/** Canonical bytes of a record with one signature over exactly these bytes; a leaf of an evidence tree. */
public final class SignedRecord {
    public static final String TAG = "REC-SIGNED-1";

    private final byte[] record;
    private final KeySignature signature;

    public SignedRecord(byte[] record, KeySignature signature) {
        this.record = record.clone();
        this.signature = signature;
    }

    public byte[] record() {
        return record.clone();
    }

    public KeySignature signature() {
        return signature;
    }

    public boolean isSignedBy(SigningKey key, SignatureCheck check) {
        return signature.isBy(key, record, check);
    }

    /** SHA-256 of {@link #encode()}: what the next record in a chain and the claims refer to. */
    public Digest digest() {
        return Digest.sha(encode());
    }

    public byte[] encode() {
        CanonicalWriter out = new CanonicalWriter(TAG).bytes(record);
        signature.write(out);
        return out.toBytes();
    }

    public static SignedRecord decode(byte[] encoded) {
        CanonicalReader in = new CanonicalReader(TAG, encoded);
        SignedRecord signed = new SignedRecord(in.bytes("record"), KeySignature.read(in));
        in.end();
        return signed;
    }
}
