package energy.registry.domain.ledger;

/** Finds bytes inside bytes: how a check ties a record it understands to a serialised component it need not understand. */
public final class Bytes {
    private Bytes() {}

    /** How often {@code sought} occurs in {@code bytes}. */
    public static int occurrences(byte[] bytes, byte[] sought) {
        if (sought.length == 0) {
            throw new IllegalArgumentException("sought: is empty and occurs everywhere");
        }
        int found = 0;
        for (int at = 0; at + sought.length <= bytes.length; at++) {
            if (isAt(bytes, at, sought)) {
                found++;
            }
        }
        return found;
    }

    private static boolean isAt(byte[] bytes, int at, byte[] sought) {
        for (int i = 0; i < sought.length; i++) {
            if (bytes[at + i] != sought[i]) {
                return false;
            }
        }
        return true;
    }
}
