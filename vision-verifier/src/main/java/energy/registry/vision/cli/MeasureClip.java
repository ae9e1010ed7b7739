package energy.registry.vision.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import energy.registry.vision.adapter.opencv.FfmpegFootageSource;
import energy.registry.vision.adapter.opencv.OpenCvPictureTools;
import energy.registry.vision.adapter.opencv.RtspLiveSource;
import energy.registry.vision.adapter.stream.HttpLiveSource;
import energy.registry.vision.application.CameraList;
import energy.registry.vision.application.Evidence;
import energy.registry.vision.application.EvidenceRecords;
import energy.registry.vision.application.Measurement;
import energy.registry.vision.application.MeasurementSummary;
import energy.registry.vision.application.RecordStream;
import energy.registry.vision.application.VerifyFootage;
import energy.registry.vision.port.LiveSource;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Measures one clip, or what a live camera shows, and prints what it shows. */
public final class MeasureClip {
    static final int RECORD_MADE = 0;
    static final int USAGE = 2;
    static final int REFUSED = 3;

    private final PrintStream out;
    private final PrintStream err;

    MeasureClip(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] arguments) {
        // Standard output is for the result alone.
        System.setProperty("registry.log.target", "System.err");
        System.exit(new MeasureClip(System.out, System.err).run(arguments));
    }

    int run(String... arguments) {
        try {
            return measure(MeasureOptions.parse(arguments));
        } catch (IllegalArgumentException wrong) {
            err.println(wrong.getMessage());
            err.println(MeasureOptions.USAGE);
            return USAGE;
        } catch (IOException unreadable) {
            err.println("cannot read or write: " + unreadable.getMessage());
            return REFUSED;
        }
    }

    private int measure(MeasureOptions options) throws IOException {
        if (options.stream().isPresent()) {
            return measureLive(options, options.stream().get());
        }
        if (!Files.isRegularFile(options.file()) && !Files.isDirectory(options.file())) {
            throw new IllegalArgumentException(
                    "FILE: '" + options.file() + "' is no file; name a recorded clip or a folder of pictures");
        }
        return measure(options, options.file());
    }

    /** The one address that the operator gave himself is connected to, and no other. */
    private int measureLive(MeasureOptions options, MeasureOptions.Stream stream) throws IOException {
        Path clip = Files.createTempFile("live", ".clip");
        try {
            CameraList only = CameraList.of(List.of(stream.address()));
            err.println("recording " + stream.length().toSeconds() + " s ...");
            LiveSource.Answer answer = new RecordStream(only, new RtspLiveSource(), new HttpLiveSource())
                    .record(stream.address(), stream.length(), clip);
            if (answer instanceof LiveSource.Refused refused) {
                return refuse(options, refused.reason().name(), refused.reason().sentence(), refused.detail());
            }
            return measure(options, clip);
        } finally {
            Files.deleteIfExists(clip);
        }
    }

    private int measure(MeasureOptions options, Path file) throws IOException {
        OpenCvPictureTools tools = new OpenCvPictureTools();
        FfmpegFootageSource source = new FfmpegFootageSource();
        VerifyFootage verify = new VerifyFootage(source, tools);
        VerifyFootage.Answer answer = verify.verify(file, options.nameplate(), options.region(), options.sequenceFps());
        if (answer instanceof VerifyFootage.Refused refused) {
            return refuse(options, refused.reason().name(), refused.reason().sentence(), refused.detail());
        }
        Measurement measurement = ((VerifyFootage.Measured) answer).measurement();
        print(options, MeasurementSummary.of(measurement));
        Evidence evidence = Evidence.of(measurement, tools, new EvidenceRecords(source.version(), tools.version()));
        write(options.kymograph(), evidence.kymograph(), "kymograph");
        write(options.record(), evidence.record(), "record");
        return RECORD_MADE;
    }

    private void write(Optional<Path> place, byte[] bytes, String what) throws IOException {
        if (place.isPresent()) {
            Files.write(place.get(), bytes);
            err.println(what + " written to " + place.get());
        }
    }

    private int refuse(MeasureOptions options, String code, String sentence, String detail) throws IOException {
        err.println(sentence + (detail.isEmpty() ? "" : " (" + detail + ")"));
        if (options.json()) {
            Map<String, Object> problem = new LinkedHashMap<>();
            problem.put("error", code);
            problem.put("detail", detail);
            print(options, problem);
        }
        return REFUSED;
    }

    private void print(MeasureOptions options, Map<String, Object> what) throws IOException {
        if (options.json()) {
            out.println(new ObjectMapper().writeValueAsString(what));
        } else {
            what.forEach((name, value) -> out.printf("%-20s %s%n", name, value));
        }
    }
}
