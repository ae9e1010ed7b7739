package energy.registry.vision.adapter.storage;

import energy.registry.vision.physics.AcceptedPair;
import energy.registry.vision.port.CurveStore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * A file for each machine: one entry of 32 bytes for each pair, start, speed, power and a checksum. An entry that was
 * being written when the process ended fails its checksum, is not counted, and is written over.
 */
public final class FolderCurveStore implements CurveStore {
    private static final int ENTRY = 4 * Long.BYTES;

    private final Path folder;

    public FolderCurveStore(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    @Override
    public synchronized List<AcceptedPair> pairs(String machine) throws IOException {
        List<AcceptedPair> pairs = new ArrayList<>();
        Path file = file(machine);
        if (!Files.exists(file)) {
            return pairs;
        }
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        while (bytes.remaining() >= ENTRY) {
            AcceptedPair pair = new AcceptedPair(bytes.getLong(), bytes.getLong(), bytes.getLong());
            if (bytes.getLong() != check(pair)) {
                break;
            }
            pairs.add(pair);
        }
        return pairs;
    }

    @Override
    public synchronized void append(String machine, AcceptedPair pair) throws IOException {
        long place = (long) ENTRY * pairs(machine).size();
        ByteBuffer entry = entry(pair).putLong(check(pair)).flip();
        try (FileChannel channel =
                FileChannel.open(file(machine), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.truncate(place);
            while (entry.hasRemaining()) {
                channel.write(entry, place + entry.position());
            }
            channel.force(true);
        }
    }

    private static ByteBuffer entry(AcceptedPair pair) {
        return ByteBuffer.allocate(ENTRY)
                .putLong(pair.startEpochSecond())
                .putLong(pair.microRpm())
                .putLong(pair.watts());
    }

    private static long check(AcceptedPair pair) {
        CRC32 crc = new CRC32();
        crc.update(entry(pair).array());
        return crc.getValue();
    }

    private Path file(String machine) {
        return folder.resolve(machine + ".pairs");
    }
}
