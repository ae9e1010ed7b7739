package energy.registry.ops.verify;

import com.fasterxml.jackson.databind.JsonNode;
import energy.registry.domain.certificate.CertificateBundle;
import energy.registry.domain.certificate.Retirement;
import energy.registry.domain.claim.SignedClaim;
import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.evidence.ClipCapture;
import energy.registry.domain.evidence.IntervalStatement;
import energy.registry.domain.evidence.SignedRecord;
import energy.registry.domain.evidence.VisionVerdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A provenance bundle as it was read: every part decoded, nothing believed yet.
 *
 * @param readings encoded readings in time order
 * @param transactions from the issue to the newest
 * @param retirement where the certificate is retired
 */
record Bundle(
        String certificateId,
        Optional<String> statementNo,
        ProductionDevice device,
        SignedClaim claim,
        List<byte[]> readings,
        List<Seen> verdicts,
        CertificateBundle certificate,
        List<LedgerTransaction> transactions,
        Optional<Retirement> retirement,
        PublishedKeys keys) {
    static final String FORMAT = "rec-provenance-1";

    /** A certificate covers at most a day of quarter hours, with some clips each. */
    private static final int VERDICTS_MAX = 1_024;

    /** A certificate that changed hands a thousand times is checked in parts. */
    private static final int TRANSACTIONS_MAX = 1_000;

    private static final Set<String> REQUIRED = Set.of(
            "format",
            "certificateId",
            "device",
            "claim",
            "readings",
            "verdicts",
            "certificate",
            "transactions",
            "keys");
    private static final Set<String> OPTIONAL = Set.of("statementNo", "retirement");

    /** A clip's capture, what the verifier said about it, and the bytes of the measurement record. */
    record Seen(SignedRecord capture, SignedRecord verdict, byte[] record) {
        ClipCapture captured() {
            return ClipCapture.decode(capture.record());
        }

        VisionVerdict seen() {
            return VisionVerdict.decode(verdict.record());
        }
    }

    static Bundle read(JsonNode node) throws BrokenLink {
        Fields fields = new Fields(node, "bundle", Link.BUNDLE_FORMAT, REQUIRED, OPTIONAL);
        if (!fields.text("format").equals(FORMAT)) {
            throw new BrokenLink(Link.BUNDLE_FORMAT, "format '" + fields.text("format") + "' is not " + FORMAT);
        }
        List<byte[]> readings = new ArrayList<>();
        for (JsonNode reading : fields.list("readings", IntervalStatement.READINGS_MAX)) {
            readings.add(fields.bytes(reading, "readings", Link.READINGS_ROOT));
        }
        List<Seen> verdicts = new ArrayList<>();
        for (JsonNode verdict : fields.list("verdicts", VERDICTS_MAX)) {
            verdicts.add(seen(verdict));
        }
        return new Bundle(
                fields.text("certificateId"),
                fields.has("statementNo") ? Optional.of(fields.text("statementNo")) : Optional.empty(),
                canonical(
                        fields.bytes("device", Link.DEVICE_DIGEST),
                        ProductionDevice::decode,
                        ProductionDevice::encode,
                        Link.DEVICE_DIGEST),
                canonical(
                        fields.bytes("claim", Link.CLAIM_QUORUM),
                        SignedClaim::decode,
                        SignedClaim::encode,
                        Link.CLAIM_QUORUM),
                readings,
                verdicts,
                canonical(
                        fields.bytes("certificate", Link.CERTIFICATE_FIELDS),
                        CertificateBundle::decode,
                        CertificateBundle::encode,
                        Link.CERTIFICATE_FIELDS),
                transactions(fields),
                retirement(fields),
                PublishedKeys.read(fields.node("keys")));
    }

    private static List<LedgerTransaction> transactions(Fields fields) throws BrokenLink {
        List<LedgerTransaction> transactions = new ArrayList<>();
        for (JsonNode transaction : fields.list("transactions", TRANSACTIONS_MAX)) {
            transactions.add(LedgerTransaction.read(transaction));
        }
        if (transactions.isEmpty()) {
            throw new BrokenLink(Link.TRANSACTION_ID, "the bundle has no transaction");
        }
        return transactions;
    }

    private static Optional<Retirement> retirement(Fields fields) throws BrokenLink {
        if (!fields.has("retirement")) {
            return Optional.empty();
        }
        return Optional.of(canonical(
                fields.bytes("retirement", Link.RETIREMENT_LINES),
                Retirement::decode,
                Retirement::encode,
                Link.RETIREMENT_LINES));
    }

    private static Seen seen(JsonNode node) throws BrokenLink {
        Fields fields =
                new Fields(node, "verdicts", Link.VERDICT_SIGNATURE, Set.of("capture", "verdict", "record"), Set.of());
        Seen seen = new Seen(
                signed(fields, "capture", Link.CAPTURE_SIGNATURE),
                signed(fields, "verdict", Link.VERDICT_SIGNATURE),
                fields.bytes("record", Link.VERDICT_RECORD));
        decoded(seen.capture().record(), ClipCapture::decode, Link.CAPTURE_SIGNATURE);
        decoded(seen.verdict().record(), VisionVerdict::decode, Link.VERDICT_SIGNATURE);
        return seen;
    }

    private static SignedRecord signed(Fields fields, String name, Link breaks) throws BrokenLink {
        return canonical(fields.bytes(name, breaks), SignedRecord::decode, SignedRecord::encode, breaks);
    }

    /** Decodes and encodes again: a record that has a second spelling is none. */
    private static <T> T canonical(byte[] bytes, Function<byte[], T> decode, Function<T, byte[]> encode, Link breaks)
            throws BrokenLink {
        T value = decoded(bytes, decode, breaks);
        if (!Arrays.equals(encode.apply(value), bytes)) {
            throw new BrokenLink(breaks, "a record is not in its canonical form");
        }
        return value;
    }

    static <T> T decoded(byte[] bytes, Function<byte[], T> decode, Link breaks) throws BrokenLink {
        try {
            return decode.apply(bytes);
        } catch (IllegalArgumentException | NullPointerException | ArithmeticException malformed) {
            throw new BrokenLink(breaks, "a record cannot be read: " + malformed.getMessage());
        }
    }
}
