package energy.registry.ledger.contract;

import energy.registry.domain.certificate.CertificateBundle;
import energy.registry.domain.rule.Rule;
import energy.registry.domain.rule.Verdict;
import energy.registry.ledger.state.CertificateState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a cut makes of a certificate, and how the certificates that a command makes are held against those that must
 * follow from it. The contract computes pieces to compare, the flows to build.
 */
public final class Pieces {
    private Pieces() {}

    /** Whether the serials can be taken from the certificate. */
    public static Verdict canTake(CertificateBundle bundle, SerialRange piece) {
        boolean within = bundle.serialFromWh() <= piece.getFromWh()
                && piece.getFromWh() < piece.getToWh()
                && piece.getToWh() <= bundle.serialToWh();
        return Rule.QUANTITY_IS_POSITIVE.holds(within, "serials " + piece + " of " + bundle.certificateId());
    }

    static boolean isAll(CertificateBundle bundle, SerialRange piece) {
        return bundle.serialFromWh() == piece.getFromWh() && bundle.serialToWh() == piece.getToWh();
    }

    public static CertificateState piece(CertificateState from, SerialRange piece) {
        return from.withBundle(from.certificate().between(piece.getFromWh(), piece.getToWh()));
    }

    /** What the piece leaves before and after it, under the lock that the whole had: none, one or two certificates. */
    public static List<CertificateState> rests(CertificateState from, SerialRange piece) {
        CertificateBundle bundle = from.certificate();
        List<CertificateState> rests = new ArrayList<>(2);
        if (bundle.serialFromWh() < piece.getFromWh()) {
            rests.add(from.withBundle(bundle.between(bundle.serialFromWh(), piece.getFromWh())));
        }
        if (piece.getToWh() < bundle.serialToWh()) {
            rests.add(from.withBundle(bundle.between(piece.getToWh(), bundle.serialToWh())));
        }
        return rests;
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
