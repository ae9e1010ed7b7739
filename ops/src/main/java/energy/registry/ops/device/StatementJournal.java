package energy.registry.ops.device;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.registry.domain.encoding.Digest;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The meter's memory: one line for every statement it signed, on disk before anyone else sees the statement. What the
 * meter continues from is the last whole line, so a crash at any moment leaves a meter that neither forgets a statement
 * that left nor repeats a sequence number with other content.
 */
final class StatementJournal implements Closeable {
    /** Three months of quarter hours; older statements are on the registry's side and need no second sending. */
    static final int LINES_KEPT_MAX = 10_000;

    private final Path file;
    private final FileChannel channel;
    private final FileLock lock;
    private final List<SignedStatement> statements = new ArrayList<>();
    private MeterPosition position = MeterPosition.START;
    private long remainder;

    private StatementJournal(Path file, FileChannel channel, FileLock lock) {
        this.file = file;
        this.channel = channel;
        this.lock = lock;
    }

    static StatementJournal open(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        FileChannel guard = FileChannel.open(
                file.resolveSibling(file.getFileName() + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = acquire(guard, file);
        String content = Files.exists(file) ? Files.readString(file) : "";
        String whole = content.substring(0, content.lastIndexOf('\n') + 1);
        List<String> lines = whole.lines().toList();
        List<String> kept = lines.subList(Math.max(0, lines.size() - LINES_KEPT_MAX), lines.size());
        if (kept.size() < lines.size() || whole.length() < content.length()) {
            replace(file, kept);
        }
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
        StatementJournal journal = new StatementJournal(file, channel, lock);
        for (String line : kept) {
            journal.remember(line);
        }
        return journal;
    }

    private static FileLock acquire(FileChannel guard, Path file) throws IOException {
        FileLock lock = null;
        try {
            lock = guard.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            // reported below like a lock of another process
        }
        if (lock == null) {
            guard.close();
            throw new IOException(file + " is in use by another process that speaks for this meter; wait for its end");
        }
        return lock;
    }

    private static void replace(Path file, List<String> lines) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line).append('\n'));
        Files.writeString(
                fresh,
                text,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE,
                StandardOpenOption.SYNC);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    MeterPosition position() {
        return position;
    }

    /** Carried part of the register below one Wh, in the meter's own unit. */
    long remainder() {
        return remainder;
    }

    List<SignedStatement> statements() {
        return Collections.unmodifiableList(statements);
    }

    Optional<SignedStatement> startingAt(long epochSecond) {
        return statements.stream()
                .filter(known -> known.period().startEpochSecond() == epochSecond)
                .findFirst();
    }

    void append(SignedStatement signed) throws IOException {
        ObjectNode line = Json.object().put("remainder", signed.remainder());
        line.set("message", Json.parse(signed.body()).orElseThrow());
        write(line);
        add(signed);
    }

    /** Takes over the registry's word where this journal was lost; only ever moves forward. */
    void adopt(MeterPosition known) throws IOException {
        if (!position.isBefore(known)) {
            throw new IllegalArgumentException("a meter does not go back to " + known);
        }
        ObjectNode line = Json.object();
        line.putObject("adopted")
                .put("epoch", known.epoch())
                .put("nextSequence", known.nextSequence())
                .put("registerWh", known.registerWh())
                .put("lastEnd", known.lastEndEpochSecond())
                .put("previous", known.previous().toString());
        write(line);
        position = known;
        remainder = 0;
    }

    private void write(ObjectNode line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap((Json.text(line) + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(true);
    }

    private void remember(String line) throws IOException {
        JsonNode node = Json.parse(line).orElseThrow(() -> new IOException(file + " has a line that is no JSON"));
        if (node.has("adopted")) {
            position = adopted(node.get("adopted"));
            remainder = 0;
            return;
        }
        try {
            add(SignedStatement.read(node.path("remainder").asLong(), node.path("message")));
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " has a line that is no statement; restore it from a backup", e);
        }
    }

    private void add(SignedStatement signed) {
        statements.add(signed);
        position = signed.after();
        remainder = signed.remainder();
    }

    private static MeterPosition adopted(JsonNode node) {
        return new MeterPosition(
                node.path("epoch").asInt(),
                node.path("nextSequence").asLong(),
                node.path("registerWh").asLong(),
                node.path("lastEnd").asLong(),
                Digest.parse(node.path("previous").asText()));
    }

    @Override
    public void close() throws IOException {
        channel.close();
        lock.acquiredBy().close();
    }
}
