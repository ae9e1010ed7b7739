package energy.registry.vision.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import energy.registry.domain.evidence.RotorState;
import energy.registry.vision.adapter.opencv.FfmpegFootageSource;
import energy.registry.vision.adapter.opencv.OpenCvPictureTools;
import energy.registry.vision.footage.FootageRefusal;
import energy.registry.vision.footage.GreyFrame;
import energy.registry.vision.rotor.Nameplate;
import energy.registry.vision.synthetic.TurbineScene;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that nobody should send are answered in bounded time, and the next good clip is measured as ever. */
class HostileFilesTest {
    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    @TempDir
    private Path folder;

    private final VerifyFootage verify = new VerifyFootage(new FfmpegFootageSource(), new OpenCvPictureTools());

    @Test
    void damagedClipsAreNeverConcludedFrom() throws IOException {
        byte[] good =
                clip(TurbineScene.withRotorRpm(14).size(160, 120).seconds(8).seed(2));
        SplittableRandom random = new SplittableRandom(7);
        byte[] scratched = good.clone();
        for (int i = 0; i < 400; i++) {
            scratched[200 + random.nextInt(good.length - 4_000)] ^= (byte) (1 + random.nextInt(255));
        }

        assertInconclusiveOrRefused("truncated", Arrays.copyOf(good, good.length / 2));
        assertInconclusiveOrRefused("scratched", scratched);
        assertInconclusiveOrRefused("head only", Arrays.copyOf(good, 600));
        assertInconclusiveOrRefused("random", random(random, 100_000));
        assertThat(measured(good).state()).isEqualTo(RotorState.RUNNING);
    }

    /** A record of it can be made again, byte for byte, by who doubts it. */
    @Test
    void aDamagedClipShowsTheSamePicturesEachTime() throws IOException {
        byte[] scratched =
                clip(TurbineScene.withRotorRpm(14).size(640, 480).seconds(6).seed(2));
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 40; i++) {
            scratched[scratched.length / 3 + random.nextInt(scratched.length / 3)] ^= (byte) 0xff;
        }

        List<byte[]> once = pictures(scratched);

        assertThat(once).hasSizeGreaterThan(100);
        for (int round = 0; round < 3; round++) {
            assertThat(pictures(scratched))
                    .usingElementComparator(Arrays::compare)
                    .isEqualTo(once);
        }
    }

    private List<byte[]> pictures(byte[] bytes) throws IOException {
        return measured(bytes).clip().frames().stream().map(GreyFrame::pixels).toList();
    }

    @Test
    void picturesOfAMillionTimesTheirFileAreRefused() throws IOException {
        Path pictures = Files.createDirectory(folder.resolve("pictures"));
        for (int i = 0; i < 3; i++) {
            Files.write(pictures.resolve("p" + i + ".png"), png(30_000, 30_000));
        }

        VerifyFootage.Answer answer =
                assertTimeout(BOUND, () -> verify.verify(pictures, Nameplate.unknown(), Optional.empty(), 25));

        assertThat(answer).isInstanceOf(VerifyFootage.Refused.class);
    }

    @Test
    void animatedPicturesWithAHugeCanvasAreRefused() throws IOException {
        byte[] gif = new byte[64];
        System.arraycopy("GIF89a".getBytes(), 0, gif, 0, 6);
        Arrays.fill(gif, 6, 10, (byte) 0xff);
        gif[13] = 0x2c;

        assertThat(answer(gif)).isInstanceOf(VerifyFootage.Refused.class);
    }

    @Test
    void aFolderOfPicturesIsMeasuredAtItsRateAndNotWithoutOne() throws IOException {
        Path pictures = Files.createDirectory(folder.resolve("sequence [1]"));
        OpenCvPictureTools tools = new OpenCvPictureTools();
        int[] number = {0};
        TurbineScene scene =
                TurbineScene.withRotorRpm(14).size(160, 120).seconds(8).seed(2);
        scene.forEachFrame(frame -> {
            try {
                String name = String.format("frame-%05d.png", number[0]++);
                Files.write(pictures.resolve(name), tools.png(frame.width(), frame.height(), frame.pixels()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });

        VerifyFootage.Answer without = verify.verify(pictures, Nameplate.unknown(), Optional.empty());
        VerifyFootage.Answer with = verify.verify(pictures, Nameplate.unknown(), Optional.empty(), 25);

        assertThat(((VerifyFootage.Refused) without).reason()).isEqualTo(FootageRefusal.SEQUENCE_UNCLEAR);
        assertThat(with).as(with.toString()).isInstanceOf(VerifyFootage.Measured.class);
        Measurement measurement = ((VerifyFootage.Measured) with).measurement();
        assertThat(measurement.state())
                .as(measurement.reasonCodes() + " " + measurement.integrityCodes())
                .isEqualTo(RotorState.RUNNING);
        assertThat(measurement.microRpm() / 1e6).isBetween(13.95, 14.05);
    }

    @Test
    void hoursInAFewBytesAreRefused() throws IOException {
        TurbineScene scene =
                TurbineScene.withRotorRpm(14).size(32, 32).fps(0.01).seconds(36_000);

        VerifyFootage.Answer answer = answer(clip(scene));

        assertThat(((VerifyFootage.Refused) answer).reason()).isEqualTo(FootageRefusal.CLIP_TOO_LONG);
    }

    private void assertInconclusiveOrRefused(String name, byte[] bytes) throws IOException {
        VerifyFootage.Answer answer = answer(bytes);
        if (answer instanceof VerifyFootage.Measured measured) {
            assertThat(measured.measurement().state())
                    .as(name + " " + measured.measurement().guard())
                    .isEqualTo(RotorState.INCONCLUSIVE);
        }
    }

    private Measurement measured(byte[] bytes) throws IOException {
        return ((VerifyFootage.Measured) answer(bytes)).measurement();
    }

    private VerifyFootage.Answer answer(byte[] bytes) throws IOException {
        Path file = folder.resolve("file.mp4");
        Files.write(file, bytes);
        return assertTimeout(BOUND, () -> verify.verify(file, new Nameplate(3, 0, 32, 0), Optional.empty()));
    }

    private byte[] clip(TurbineScene scene) throws IOException {
        Path file = folder.resolve("rendered.mp4");
        scene.renderTo(file);
        return Files.readAllBytes(file);
    }

    private static byte[] random(SplittableRandom random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** One bit a pixel, all of them zero: a few hundred kilobytes at most for 900 million pixels. */
    private static byte[] png(int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(PNG);
        chunk(
                out,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(new byte[] {1, 0, 0, 0, 0})
                        .array());
        Deflater deflater = new Deflater(9);
        deflater.setInput(new byte[(width / 8 + 1) * 64]);
        deflater.finish();
        byte[] packed = new byte[1 << 16];
        int length = deflater.deflate(packed);
        chunk(out, "IDAT", Arrays.copyOf(packed, length));
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String name, byte[] data) throws IOException {
        byte[] body = ByteBuffer.allocate(4 + data.length)
                .put(name.getBytes())
                .put(data)
                .array();
        CRC32 crc = new CRC32();
        crc.update(body);
        out.write(ByteBuffer.allocate(4).putInt(data.length).array());
        out.write(body);
        out.write(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
