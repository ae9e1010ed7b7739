package energy.registry.ingest.adapter.file.csv;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Finds out in which encoding and with which delimiter a table was written. */
final class CsvText {
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final Charset WESTERN = Charset.forName("windows-1252");

    private CsvText() {}

    /** UTF-8 or UTF-16 by their marks, else UTF-8 where it is valid, else the spreadsheet's western encoding. */
    static String decode(byte[] bytes) {
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return withoutMark(new String(bytes, StandardCharsets.UTF_16LE));
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return withoutMark(new String(bytes, StandardCharsets.UTF_16BE));
        }
        try {
            return withoutMark(StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, WESTERN);
        }
    }

    private static String withoutMark(String text) {
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }

    /** The delimiter that stands most often in the first line, outside of quotes. */
    static char delimiter(String text) {
        int[] found = new int[DELIMITERS.length];
        boolean quoted = false;
        for (int i = 0; i < text.length() && text.charAt(i) != '\n'; i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            for (int d = 0; d < DELIMITERS.length; d++) {
                found[d] += !quoted && c == DELIMITERS[d] ? 1 : 0;
            }
        }
        int best = 0;
        for (int d = 1; d < DELIMITERS.length; d++) {
            best = found[d] > found[best] ? d : best;
        }
        return DELIMITERS[best];
    }
}
