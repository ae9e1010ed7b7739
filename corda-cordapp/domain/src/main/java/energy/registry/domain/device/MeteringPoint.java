package energy.registry.domain.device;

import energy.registry.domain.rule.Rule;
import energy.registry.domain.rule.Verdict;

/** The two international forms of a metering point's id, and the check characters by which a slip of the pen is found. */
public final class MeteringPoint {
    private static final String GSRN = "[0-9]{18}";
    private static final String EIC = "[0-9]{2}[A-Z][0-9A-Z-]{12}[0-9A-Z]";

    /** Characters of an EIC in the order of their values: digits, letters, hyphen. */
    private static final String EIC_CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-";

    private MeteringPoint() {}

    /** National forms pass: they have no common check. */
    public static Verdict isWellFormed(String id) {
        boolean holds =
                id.matches(GSRN) ? gsrnCheck(id) == id.charAt(17) : !id.matches(EIC) || eicCheck(id) == id.charAt(15);
        return Rule.METERING_POINT_IS_WELL_FORMED.holds(holds, "metering point '" + id + "'");
    }

    /** GS1 General Specifications, check digit: weights 3 and 1 from the right, modulo 10. */
    static char gsrnCheck(String id) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (id.charAt(i) - '0') * (i % 2 == 0 ? 3 : 1);
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }

    /** ENTSO-E, Energy Identification Code, check character: weights 16 down to 2, modulo 37. */
    static char eicCheck(String id) {
        int sum = 0;
        for (int i = 0; i < 15; i++) {
            sum += EIC_CHARACTERS.indexOf(id.charAt(i)) * (16 - i);
        }
        return EIC_CHARACTERS.charAt(36 - (sum - 1) % 37);
    }
}
