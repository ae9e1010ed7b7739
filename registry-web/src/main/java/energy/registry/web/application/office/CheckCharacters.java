package energy.registry.web.application.office;

import java.util.regex.Pattern;

/** The check characters of the codes that grids use. */
final class CheckCharacters {
    private static final Pattern GSRN = Pattern.compile("\\d{18}");
    private static final Pattern EIC = Pattern.compile("[0-9A-Z-]{15}[0-9A-Z]");
    private static final String EIC_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-";
    private static final int GSRN_WEIGHT = 3; // of every other digit, GS1 General Specifications 7.9.1

    private CheckCharacters() {}

    /** Global Service Relation Number: 18 digits, the last is the GS1 check digit of the others. */
    static boolean gsrn(String code) {
        return GSRN.matcher(code).matches() && gsrnDigit(code) == code.charAt(17);
    }

    /** The check digit that the first 17 digits ask for. */
    static char gsrnDigit(String code) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (code.charAt(i) - '0') * (i % 2 == 0 ? GSRN_WEIGHT : 1);
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }

    /** Energy Identification Code: 16 characters, the last is the check character of the others. */
    static boolean eic(String code) {
        return EIC.matcher(code).matches() && eicCharacter(code) == code.charAt(15);
    }

    /** The check character that the first 15 characters ask for: ENTSO-E, weights 16 to 2, modulo 37. */
    static char eicCharacter(String code) {
        int sum = 0;
        for (int i = 0; i < 15; i++) {
            sum += EIC_ALPHABET.indexOf(code.charAt(i)) * (16 - i);
        }
        return EIC_ALPHABET.charAt(36 - Math.floorMod(sum - 1, 37));
    }

    static boolean looksLikeGsrn(String code) {
        return GSRN.matcher(code).matches();
    }

    static boolean looksLikeEic(String code) {
        return EIC.matcher(code).matches();
    }
}
