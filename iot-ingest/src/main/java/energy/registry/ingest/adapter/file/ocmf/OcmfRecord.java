package energy.registry.ingest.adapter.file.ocmf;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * One record as it stands in a file.
 *
 * @param text {@code OCMF|payload|signature}, or whatever stands in its place
 * @param publicKey that the file claims for it, or empty; it proves nothing and is only compared with enrolled keys
 */
record OcmfRecord(int line, String text, Optional<byte[]> publicKey) {
    private static final String MARK = "OCMF|";

    boolean isOcmf() {
        return text.startsWith(MARK) && text.indexOf('|', MARK.length()) > 0;
    }

    /** The signed text: everything between the first and the last separator, as sent. */
    String payload() {
        return text.substring(MARK.length(), text.lastIndexOf('|'));
    }

    String signature() {
        return text.substring(text.lastIndexOf('|') + 1);
    }

    /** Whether the file's key is this encoded key or its bare point. */
    boolean claims(byte[] encoded) {
        return publicKey
                .map(claimed -> claimed.length <= encoded.length
                        && claimed.length > 32
                        && Arrays.equals(
                                encoded, encoded.length - claimed.length, encoded.length, claimed, 0, claimed.length))
                .orElse(true);
    }

    /** Hexadecimal or base64, with blanks anywhere; empty when it is neither. */
    static Optional<byte[]> bytes(String text) {
        String plain = text.replaceAll("\\s", "");
        try {
            return plain.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            plain.matches("[0-9A-Fa-f]+") && plain.length() % 2 == 0
                                    ? HexFormat.of().parseHex(plain)
                                    : Base64.getDecoder().decode(plain));
        } catch (IllegalArgumentException neither) {
            return Optional.empty();
        }
    }
}
