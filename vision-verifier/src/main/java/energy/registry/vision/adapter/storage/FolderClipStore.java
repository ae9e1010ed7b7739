package energy.registry.vision.adapter.storage;

import energy.registry.domain.encoding.Digest;
import energy.registry.domain.evidence.ClipCapture;
import energy.registry.domain.evidence.SignedRecord;
import energy.registry.vision.port.ClipStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Clips in a folder: {@code store/ab/<clip>/} holds a clip, its captures, verdicts and evidence; {@code waiting} and
 * {@code outbox} hold one file for each capture that is still to be measured or each verdict still to be delivered;
 * {@code looks} holds the verdicts on what this verifier took itself, by device and interval.
 */
public final class FolderClipStore implements ClipStore {
    private static final String CLIP = "clip";

    /** Says when a clip came; the clip itself may be deleted later. */
    private static final String CAME = "came";

    private static final String CAPTURE = ".capture";
    private static final String VERDICT = ".verdict";

    private final Path store;
    private final Path waiting;
    private final Path outbox;
    private final Path uploads;
    private final Path attempts;
    private final Path looks;

    public FolderClipStore(Path folder) throws IOException {
        store = Files.createDirectories(folder.resolve("store"));
        waiting = Files.createDirectories(folder.resolve("waiting"));
        outbox = Files.createDirectories(folder.resolve("outbox"));
        uploads = Files.createDirectories(folder.resolve("uploads"));
        attempts = Files.createDirectories(folder.resolve("attempts"));
        looks = Files.createDirectories(folder.resolve("looks"));
        try (Stream<Path> abandoned = Files.list(uploads)) {
            for (Path file : abandoned.toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    public Path outbox() {
        return outbox;
    }

    @Override
    public Path newUpload() throws IOException {
        return Files.createTempFile(uploads, "clip", ".part");
    }

    @Override
    public void admit(Path upload, Digest clip, SignedRecord capture) throws IOException {
        Path home = Files.createDirectories(home(clip));
        if (Files.exists(home.resolve(CLIP))) {
            Files.deleteIfExists(upload);
        } else {
            WholeFile.flush(upload);
            Files.move(upload, home.resolve(CLIP), StandardCopyOption.ATOMIC_MOVE);
        }
        if (!Files.exists(home.resolve(CAME))) {
            WholeFile.write(home.resolve(CAME), new byte[0]);
        }
        WholeFile.write(home.resolve(capture.digest() + CAPTURE), capture.encode());
        WholeFile.write(waiting.resolve(capture.digest().toString()), capture.encode());
    }

    @Override
    public List<SignedRecord> waiting() throws IOException {
        return records(waiting, "");
    }

    @Override
    public Path clip(Digest clip) {
        return home(clip).resolve(CLIP);
    }

    @Override
    public List<Digest> newest(int count) throws IOException {
        try (Stream<Path> places = Files.walk(store, 2)) {
            List<Path> homes = places.filter(place -> Files.isRegularFile(came(place)))
                    .sorted(Comparator.comparing((Path home) -> modified(came(home))))
                    .toList();
            return homes.subList(Math.max(0, homes.size() - count), homes.size()).stream()
                    .map(home -> Digest.parse(home.getFileName().toString()))
                    .toList();
        }
    }

    /** Folders of earlier versions have only the clip to tell its age by. */
    private static Path came(Path home) {
        Path mark = home.resolve(CAME);
        return Files.isRegularFile(mark) ? mark : home.resolve(CLIP);
    }

    @Override
    public List<SignedRecord> capturesOf(Digest clip) throws IOException {
        return records(home(clip), CAPTURE);
    }

    private static List<SignedRecord> records(Path folder, String suffix) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> sorted = files.filter(file -> file.toString().endsWith(suffix) && !isPartial(file))
                    .sorted(Comparator.comparing(FolderClipStore::modified).thenComparing(Path::getFileName))
                    .toList();
            List<SignedRecord> records = new ArrayList<>();
            for (Path file : sorted) {
                records.add(SignedRecord.decode(Files.readAllBytes(file)));
            }
            return records;
        }
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }

    private static boolean isPartial(Path file) {
        return file.getFileName().toString().endsWith(".part");
    }

    @Override
    public void write(Digest clip, String name, byte[] bytes) throws IOException {
        WholeFile.write(home(clip).resolve(name), bytes);
    }

    @Override
    public Optional<byte[]> read(Digest clip, String name) throws IOException {
        Path file = home(clip).resolve(name);
        return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }

    @Override
    public void conclude(SignedRecord capture, SignedRecord verdict) throws IOException {
        keep(capture, verdict);
        WholeFile.write(outbox.resolve(capture.digest().toString()), OutboxEntry.encode(capture, verdict));
        noLongerWaiting(capture);
    }

    @Override
    public void settle(SignedRecord capture, SignedRecord verdict) throws IOException {
        keep(capture, verdict);
        ClipCapture own = ClipCapture.decode(capture.record());
        Path interval = looksOf(own.deviceId(), own.intervalStartEpochSecond());
        WholeFile.write(interval.resolve(capture.digest().toString()), verdict.encode());
        noLongerWaiting(capture);
    }

    @Override
    public List<SignedRecord> looks(String deviceId, long intervalStartEpochSecond) throws IOException {
        return records(looksOf(deviceId, intervalStartEpochSecond), "");
    }

    private Path looksOf(String deviceId, long start) {
        String device = Digest.sha(deviceId.getBytes(StandardCharsets.UTF_8)).toString();
        return looks.resolve(device).resolve(Long.toString(start));
    }

    private void keep(SignedRecord capture, SignedRecord verdict) throws IOException {
        Digest clip = ClipCapture.decode(capture.record()).clip();
        WholeFile.write(home(clip).resolve(capture.digest() + VERDICT), verdict.encode());
        WholeFile.write(verdictIndex(capture.digest()), verdict.encode());
    }

    private void noLongerWaiting(SignedRecord capture) throws IOException {
        Files.deleteIfExists(waiting.resolve(capture.digest().toString()));
        Files.deleteIfExists(attempts.resolve(capture.digest().toString()));
    }

    @Override
    public int begin(Digest capture) throws IOException {
        Path file = attempts.resolve(capture.toString());
        int before = Files.isRegularFile(file) ? (int) Files.size(file) : 0;
        WholeFile.write(file, new byte[before + 1]);
        return before + 1;
    }

    @Override
    public int forgetFootageBefore(Instant moment) throws IOException {
        int forgotten = 0;
        List<Path> old;
        try (Stream<Path> places = Files.walk(store, 2)) {
            old = places.filter(place -> Files.isRegularFile(place.resolve(CLIP)))
                    .filter(place -> modified(place.resolve(CLIP)).toInstant().isBefore(moment))
                    .toList();
        }
        for (Path home : old) {
            boolean measured = true;
            for (SignedRecord capture : records(home, CAPTURE)) {
                measured &= verdictOf(capture.digest()).isPresent() && !isWaiting(capture.digest());
            }
            if (measured && Files.deleteIfExists(home.resolve(CLIP))) {
                forgotten++;
            }
        }
        return forgotten;
    }

    @Override
    public Optional<SignedRecord> verdictOf(Digest capture) throws IOException {
        Path file = verdictIndex(capture);
        return Files.isRegularFile(file)
                ? Optional.of(SignedRecord.decode(Files.readAllBytes(file)))
                : Optional.empty();
    }

    @Override
    public boolean isWaiting(Digest capture) {
        return Files.exists(waiting.resolve(capture.toString()));
    }

    private Path home(Digest clip) {
        String name = clip.toString();
        return store.resolve(name.substring(0, 2)).resolve(name);
    }

    private Path verdictIndex(Digest capture) {
        String name = capture.toString();
        return store.resolve(name.substring(0, 2)).resolve(name + VERDICT);
    }
}
