package energy.registry.ledger.contract;

import energy.registry.domain.certificate.CertificateBundle;
import energy.registry.domain.energy.WattHours;
import energy.registry.domain.rule.Rule;
import energy.registry.domain.rule.Verdict;
import energy.registry.ledger.state.CertificateState;
import java.util.Arrays;
import java.util.List;

/** How the certificates that a command makes are held against those that must follow from it. */
final class Pieces {
    private Pieces() {}

    /** Whether {@code quantityWh} can be taken from the certificate. */
    static Verdict canTake(CertificateBundle bundle, long quantityWh) {
        return Rule.QUANTITY_IS_POSITIVE.holds(
                quantityWh >= 1 && quantityWh <= bundle.quantity().toLong(),
                quantityWh + " of " + bundle.quantity() + " of " + bundle.certificateId());
    }

    static boolean isAll(CertificateBundle bundle, long quantityWh) {
        return bundle.quantity().toLong() == quantityWh;
    }

    static CertificateState first(CertificateState from, long quantityWh) {
        return from.withBundle(from.certificate().first(WattHours.of(quantityWh)));
    }

    static CertificateState after(CertificateState from, long quantityWh) {
        return from.withBundle(from.certificate().after(WattHours.of(quantityWh)));
    }

    /** First the serials, then the identity, then who holds it how: each has its own rule. */
    static Verdict follow(List<CertificateState> expected, List<CertificateState> made) {
        if (expected.size() != made.size()) {
            return Rule.ENERGY_IS_CONSERVED.isBrokenBy(made.size() + " certificates, expected " + expected.size());
        }
        for (int i = 0; i < expected.size(); i++) {
            Verdict verdict = follows(expected.get(i), made.get(i));
            if (!verdict.isValid()) {
                return verdict;
            }
        }
        return Verdict.VALID;
    }

    private static Verdict follows(CertificateState expected, CertificateState made) {
        CertificateBundle should = expected.certificate();
        CertificateBundle is;
        try {
            is = made.certificate();
        } catch (IllegalArgumentException e) {
            return Rule.CERTIFICATE_IS_CANONICAL.isBrokenBy(e.getMessage());
        }
        boolean conserved = should.serialFromWh() == is.serialFromWh() && should.serialToWh() == is.serialToWh();
        return Verdict.firstOf(
                () -> Rule.ENERGY_IS_CONSERVED.holds(conserved, is + " instead of " + should),
                () -> Rule.IDENTITY_IS_KEPT.holds(
                        Arrays.equals(made.getBundle(), expected.getBundle()), should.certificateId()),
                () -> Rule.IDENTITY_IS_KEPT.holds(
                        made.getIssuer().equals(expected.getIssuer()), "issuer " + made.getIssuer()),
                () -> Rule.OWNERSHIP_FOLLOWS_COMMAND.holds(
                        made.isHeldLike(expected), "owner or lock of " + should.certificateId()));
    }
}
