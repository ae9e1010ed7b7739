package energy.registry.vision.adapter.opencv;

import energy.registry.vision.footage.PictureSize;
import java.util.Optional;

/** Size of a JPEG or PNG picture by its header alone, so that a bomb is turned away before it is unpacked. */
final class PictureHeader {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};
    private static final int PNG_SIZE_AT = 16;

    private PictureHeader() {}

    static Optional<PictureSize> sizeOf(byte[] file) {
        if (file.length > PNG_SIZE_AT + 8 && startsWith(file, PNG)) {
            return size(number(file, PNG_SIZE_AT, 4), number(file, PNG_SIZE_AT + 4, 4));
        }
        boolean jpeg = file.length > 4 && (file[0] & 255) == 0xFF && (file[1] & 255) == 0xD8;
        return jpeg ? jpeg(file) : Optional.empty();
    }

    private static boolean startsWith(byte[] file, byte[] start) {
        for (int i = 0; i < start.length; i++) {
            if (file[i] != start[i]) {
                return false;
            }
        }
        return true;
    }

    private static Optional<PictureSize> size(long width, long height) {
        return width < 1 || height < 1 || width > Integer.MAX_VALUE || height > Integer.MAX_VALUE
                ? Optional.empty()
                : Optional.of(new PictureSize((int) width, (int) height));
    }

    private static long number(byte[] file, int at, int bytes) {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value = value << 8 | file[at + i] & 255;
        }
        return value;
    }

    /** From segment to segment up to a start of frame, which holds the size. */
    private static Optional<PictureSize> jpeg(byte[] file) {
        int at = 2;
        while (at + 9 < file.length) {
            if ((file[at] & 255) != 0xFF) {
                return Optional.empty();
            }
            int marker = file[at + 1] & 255;
            if (marker == 0xFF) {
                at++;
            } else if (isStartOfFrame(marker)) {
                return size(number(file, at + 7, 2), number(file, at + 5, 2));
            } else if (marker == 0xD9 || marker == 0xDA) {
                return Optional.empty();
            } else {
                at += 2 + (int) Math.max(2, number(file, at + 2, 2));
            }
        }
        return Optional.empty();
    }

    private static boolean isStartOfFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }
}
