package energy.registry.vision.adapter.opencv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.registry.domain.encoding.Digest;
import energy.registry.vision.commission.Proposal;
import energy.registry.vision.commission.View;
import energy.registry.vision.footage.ColourFrame;
import energy.registry.vision.port.ViewProposer.Kind;
import energy.registry.vision.synthetic.SolarScene;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model of a few hundred bytes, written field by field: whatever it is shown, it answers with the same rows. */
class OnnxViewProposerTest {
    private static final int FLOAT = 1;
    private static final int VARINT = 0;
    private static final int BYTES = 2;
    private static final ColourFrame FRAME = SolarScene.day().reference();

    @TempDir
    private Path folder;

    @Test
    void aPinnedModelProposesInPixelsOfTheFrame() throws IOException {
        byte[] model = answering(0.25f, 0.5f, 0.75f, 0.9f, 0.8f, 1);
        OnnxViewProposer proposer = OnnxViewProposer.open(file(model), Digest.sha(model));

        List<Proposal> proposals = proposer.propose(FRAME, Kind.PANELS);

        assertThat(proposals).hasSize(1);
        assertThat(proposals.get(0).confidence()).isBetween(0.79, 0.81);
        View.PanelView panels = (View.PanelView) proposals.get(0).view();
        assertThat(panels.outline().corners().get(0).x()).isBetween(79.0, 81.0);
        assertThat(panels.outline().corners().get(2).y()).isBetween(215.0, 217.0);
        assertThat(proposer.propose(FRAME, Kind.ROTOR)).isEmpty();
        assertThat(proposer.version()).isEqualTo("onnx " + Digest.sha(model));
    }

    @Test
    void aRotorIsProposedByItsBox() throws IOException {
        byte[] model = answering(0.4f, 0.2f, 0.6f, 0.6f, 0.9f, 0);
        OnnxViewProposer proposer = OnnxViewProposer.open(file(model), Digest.sha(model));

        View.RotorView rotor =
                (View.RotorView) proposer.propose(FRAME, Kind.ROTOR).get(0).view();

        assertThat(rotor.hub().x()).isBetween(159.0, 161.0);
        assertThat(rotor.radius()).isBetween(47.0, 49.0);
    }

    @Test
    void doubtfulAndSenselessRowsAreNotProposed() throws IOException {
        byte[] doubtful = answering(0.4f, 0.2f, 0.6f, 0.6f, 0.1f, 1);
        assertThat(OnnxViewProposer.open(file(doubtful), Digest.sha(doubtful)).propose(FRAME, Kind.PANELS))
                .isEmpty();
        byte[] senseless = answering(Float.NaN, 0.2f, 0.1f, 0.1f, 0.9f, 1);
        assertThat(OnnxViewProposer.open(file(senseless), Digest.sha(senseless)).propose(FRAME, Kind.PANELS))
                .isEmpty();
    }

    @Test
    void aFileWithAnotherDigestIsRefusedAndNamed() throws IOException {
        byte[] model = answering(0.25f, 0.5f, 0.75f, 0.9f, 0.8f, 1);
        Digest pinned = Digest.sha(model);
        model[model.length / 2] ^= 1;

        assertThatThrownBy(() -> OnnxViewProposer.open(file(model), pinned))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("pinned is " + pinned);
    }

    @Test
    void whatIsNoModelIsRefused() throws IOException {
        byte[] nonsense = "no model at all".getBytes(StandardCharsets.US_ASCII);

        assertThatThrownBy(() -> OnnxViewProposer.open(file(nonsense), Digest.sha(nonsense)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot run it");
    }

    private Path file(byte[] model) throws IOException {
        return Files.write(folder.resolve("model.onnx"), model);
    }

    /** Mean over the picture, flattened, times nought, plus the row: an ONNX graph of three nodes. */
    private static byte[] answering(float... row) {
        byte[] graph = join(
                message(1, node("GlobalAveragePool", "mean", "picture")),
                message(1, node("Flatten", "flat", "mean")),
                message(1, node("Gemm", "rows", "flat", "nought", "row")),
                text(2, "detector"),
                message(5, tensor("nought", new float[18], 3, 6)),
                message(5, tensor("row", row, 6)),
                message(11, value("picture", 1, 3, 640, 640)),
                message(12, value("rows", 1, 6)));
        return join(number(1, 8), message(7, graph), message(8, number(2, 13)));
    }

    private static byte[] node(String operator, String output, String... inputs) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (String input : inputs) {
            out.writeBytes(text(1, input));
        }
        out.writeBytes(text(2, output));
        out.writeBytes(text(3, operator + "-" + output));
        out.writeBytes(text(4, operator));
        return out.toByteArray();
    }

    private static byte[] tensor(String name, float[] values, long... shape) {
        ByteBuffer raw = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            raw.putFloat(value);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (long side : shape) {
            out.writeBytes(number(1, side));
        }
        out.writeBytes(number(2, FLOAT));
        out.writeBytes(text(8, name));
        out.writeBytes(message(9, raw.array()));
        return out.toByteArray();
    }

    private static byte[] value(String name, long... shape) {
        ByteArrayOutputStream sides = new ByteArrayOutputStream();
        for (long side : shape) {
            sides.writeBytes(message(1, number(1, side)));
        }
        byte[] tensorType = join(number(1, FLOAT), message(2, sides.toByteArray()));
        return join(text(1, name), message(2, message(1, tensorType)));
    }

    private static byte[] number(int field, long value) {
        return join(varint((long) field << 3 | VARINT), varint(value));
    }

    private static byte[] text(int field, String value) {
        return message(field, value.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] message(int field, byte[] content) {
        return join(varint((long) field << 3 | BYTES), varint(content.length), content);
    }

    private static byte[] varint(long value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long rest = value;
        while (rest > 127) {
            out.write((int) (rest & 127 | 128));
            rest >>>= 7;
        }
        out.write((int) rest);
        return out.toByteArray();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
