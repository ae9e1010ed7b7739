package energy.registry.domain.encoding;

/** Lower-case hexadecimal, the text form of every hash and key identifier. */
public final class Hex {
    private static final char[] DIGITS = "0123456789abcdef".toCharArray();

    private Hex() {}

    public static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length * 2);
        for (byte b : bytes) {
            text.append(DIGITS[(b >> 4) & 15]).append(DIGITS[b & 15]);
        }
        return text.toString();
    }

    public static byte[] decode(String text) {
        if (text.length() % 2 != 0) {
            throw new IllegalArgumentException("hex text of odd length " + text.length());
        }
        byte[] bytes = new byte[text.length() / 2];
        for (int i = 0; i < bytes.length; i++) {
            int high = Character.digit(text.charAt(2 * i), 16);
            int low = Character.digit(text.charAt(2 * i + 1), 16);
            if (high < 0 || low < 0) {
                throw new IllegalArgumentException("not hexadecimal at position " + 2 * i);
            }
            bytes[i] = (byte) (high << 4 | low);
        }
        return bytes;
    }
}
