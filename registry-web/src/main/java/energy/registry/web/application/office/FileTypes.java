package energy.registry.web.application.office;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** What a file is by its first bytes, whatever its name says; and whether it holds what runs. */
final class FileTypes {
    private static final List<String> ACTIVE = List.of("/JavaScript", "/Launch", "/EmbeddedFile", "/RichMedia");
    private static final int PDF_HEADER_WITHIN = 1_024; // bytes in which readers look for it

    private FileTypes() {}

    /** PDF, PNG or JPEG; empty for everything else. */
    static Optional<String> mediaType(byte[] content) {
        if (starts(content, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
            return Optional.of("image/png");
        }
        if (starts(content, 0xFF, 0xD8, 0xFF)) {
            return Optional.of("image/jpeg");
        }
        String head = new String(content, 0, Math.min(content.length, PDF_HEADER_WITHIN), StandardCharsets.ISO_8859_1);
        return head.startsWith("%PDF-") ? Optional.of("application/pdf") : Optional.empty();
    }

    /** True for a PDF that says it starts programs or carries other files. */
    static boolean active(byte[] content) {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        return ACTIVE.stream().anyMatch(text::contains);
    }

    private static boolean starts(byte[] content, int... bytes) {
        if (content.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((content[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
