package energy.registry.vision.adapter.storage;

import energy.registry.domain.encoding.Digest;
import energy.registry.vision.port.NonceStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A folder for each camera, in it a file of 32 bytes for each interval. */
public final class FolderNonceStore implements NonceStore {
    private final Path folder;

    public FolderNonceStore(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    @Override
    public Optional<byte[]> nonce(String cameraId, long intervalStartEpochSecond) throws IOException {
        Path file = file(cameraId, intervalStartEpochSecond);
        return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }

    @Override
    public void keep(String cameraId, long intervalStartEpochSecond, byte[] nonce) throws IOException {
        WholeFile.write(file(cameraId, intervalStartEpochSecond), nonce);
    }

    private Path file(String cameraId, long start) {
        String camera = Digest.sha(cameraId.getBytes(StandardCharsets.UTF_8)).toString();
        return folder.resolve(camera).resolve(Long.toString(start));
    }
}
