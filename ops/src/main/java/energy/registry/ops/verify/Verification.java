package energy.registry.ops.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Looks at every link of a bundle, in order. A bundle that cannot be read ends at the link that its unreadable part is. */
final class Verification {
    private final List<Check> checks = new ArrayList<>();

    private Verification() {}

    static List<Check> of(JsonNode node, PublishedKeys published) {
        Verification verification = new Verification();
        try {
            verification.run(Bundle.read(node), published);
        } catch (BrokenLink broken) {
            verification.checks.add(new Check(broken.link(), false, broken.getMessage()));
        }
        return verification.checks;
    }

    private void run(Bundle bundle, PublishedKeys published) {
        EvidenceLinks evidence = new EvidenceLinks(bundle, published);
        LedgerLinks ledger = new LedgerLinks(bundle, published);
        Map<Link, List<Supplier<String>>> links = new EnumMap<>(Link.class);
        links.put(Link.BUNDLE_FORMAT, List.of(() -> EvidenceLinks.HOLDS));
        links.put(Link.PUBLISHED_KEYS, List.of(evidence::publishedKeys));
        links.put(Link.DEVICE_DIGEST, List.of(ledger::deviceDigest));
        links.put(Link.METER_SIGNATURE, List.of(evidence::meterSignature));
        links.put(Link.READINGS_ROOT, List.of(evidence::readingsRoot));
        links.put(Link.REGISTER_DIFFERENCE, List.of(evidence::registerDifference, ledger::registerDifference));
        links.put(Link.CAPTURE_SIGNATURE, List.of(evidence::captureSignature));
        links.put(Link.VERDICT_SIGNATURE, List.of(evidence::verdictSignature));
        links.put(Link.VERDICT_RECORD, List.of(evidence::verdictRecord));
        links.put(Link.EVIDENCE_ROOT, List.of(evidence::evidenceRoot));
        links.put(Link.CLAIM_QUORUM, List.of(evidence::claimQuorum));
        links.put(Link.CERTIFICATE_FIELDS, List.of(ledger::certificateFields));
        links.put(Link.TRANSACTION_ID, List.of(ledger::transactionId));
        links.put(Link.ISSUER_SIGNATURE, List.of(ledger::issuerSignature));
        links.put(Link.NOTARY_SIGNATURE, List.of(ledger::notarySignature));
        links.put(Link.OWNERSHIP_CHAIN, List.of(ledger::ownershipChain));
        links.put(Link.RETIREMENT_LINES, List.of(ledger::retirementLines));
        links.put(Link.SERIAL_RANGE, List.of(ledger::serialRange));
        links.forEach(this::look);
    }

    private void look(Link link, List<Supplier<String>> questions) {
        for (Supplier<String> question : questions) {
            String wrong = answer(question);
            if (!wrong.isEmpty()) {
                checks.add(new Check(link, false, wrong));
                return;
            }
        }
        checks.add(new Check(link, true, link.sentence()));
    }

    /** The kernel refuses values that contradict each other by an exception; in a bundle that is a broken link. */
    private static String answer(Supplier<String> question) {
        try {
            return question.get();
        } catch (IllegalArgumentException | ArithmeticException | IndexOutOfBoundsException contradiction) {
            return "a record contradicts itself: " + contradiction.getMessage();
        }
    }
}
