package energy.registry.web.adapter.page;

import java.util.Locale;

/** A statement number as people copy it from paper, brought to the one form that the ledger knows. */
final class StatementNumber {
    private static final String PREFIX = "RS";
    private static final int SYMBOLS = 16; // 80 bits in base 32
    private static final int GROUP = 4;
    private static final int SHOWN_CHARACTERS_MAX = 40;

    private StatementNumber() {}

    /** Small letters, missing dashes and blanks, and the look-alikes I, L, O of Crockford's alphabet are forgiven. */
    static String normal(String typed) {
        String plain = typed == null ? "" : typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        String symbols =
                plain.startsWith(PREFIX) && plain.length() > SYMBOLS ? plain.substring(PREFIX.length()) : plain;
        if (symbols.length() != SYMBOLS) {
            return plain.substring(0, Math.min(plain.length(), SHOWN_CHARACTERS_MAX));
        }
        String exact = symbols.replace('O', '0').replace('I', '1').replace('L', '1');
        StringBuilder grouped = new StringBuilder(PREFIX);
        for (int at = 0; at < SYMBOLS; at += GROUP) {
            grouped.append('-').append(exact, at, at + GROUP);
        }
        return grouped.toString();
    }
}
