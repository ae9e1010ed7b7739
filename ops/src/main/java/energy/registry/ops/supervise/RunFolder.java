package energy.registry.ops.supervise;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder with one record per started process. */
public final class RunFolder {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SUFFIX = ".json";

    private final Path folder;

    public RunFolder(Path folder) {
        this.folder = folder;
    }

    /** The record, whether its process still runs or not. */
    public Optional<RunRecord> find(String name) throws IOException {
        Path file = folder.resolve(name + SUFFIX);
        return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
    }

    /** The record of a process that runs. */
    public Optional<RunRecord> running(String name) throws IOException {
        return find(name).filter(RunRecord::alive);
    }

    public List<RunRecord> all() throws IOException {
        List<RunRecord> records = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return records;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(SUFFIX)).toList()) {
                records.add(read(file));
            }
        }
        return records;
    }

    void write(RunRecord record) throws IOException {
        Files.createDirectories(folder);
        Path fresh = folder.resolve(record.name() + ".tmp");
        JSON.writeValue(fresh.toFile(), record);
        Files.move(fresh, folder.resolve(record.name() + SUFFIX), StandardCopyOption.ATOMIC_MOVE);
    }

    void forget(String name) throws IOException {
        Files.deleteIfExists(folder.resolve(name + SUFFIX));
    }

    private static RunRecord read(Path file) throws IOException {
        try {
            return JSON.readValue(file.toFile(), RunRecord.class);
        } catch (IOException e) {
            throw new IOException(file + " is not a process record; remove it if its process has ended", e);
        }
    }
}
