package energy.registry.ops.system;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** A downloaded statement as its reader has it: the words, and what a telephone sees in the code. */
record StatementPdf(String words, String code) {
    /** Fine enough that a module of the code covers several points. */
    private static final int DOTS_PER_INCH = 200;

    static StatementPdf read(Path file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            String words = new PDFTextStripper().getText(document);
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                BufferedImage image = new PDFRenderer(document).renderImageWithDPI(page, DOTS_PER_INCH);
                String code = code(image);
                if (!code.isEmpty()) {
                    return new StatementPdf(words, code);
                }
            }
            return new StatementPdf(words, "");
        }
    }

    private static String code(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] points = image.getRGB(0, 0, width, height, null, 0, width);
        BinaryBitmap bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, points)));
        try {
            return new QRCodeMultiReader()
                    .decodeMultiple(bitmap, Map.of(DecodeHintType.TRY_HARDER, Boolean.TRUE))[0].getText();
        } catch (NotFoundException none) {
            return "";
        }
    }
}
