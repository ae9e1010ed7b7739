package energy.registry.vision.adapter.storage;

import energy.registry.domain.encoding.Digest;
import energy.registry.vision.commission.Commission;
import energy.registry.vision.commission.CommissionDocument;
import energy.registry.vision.port.CommissionStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Versions in a folder for each camera, named by the digest of device and camera: {@code 000001.json} is a version's
 * document, {@code <digest>.picture} its reference picture. A document is written last, so that a version is whole.
 */
public final class FolderCommissionStore implements CommissionStore {
    /** More often than weekly for twenty years no camera is commissioned. */
    static final int VERSIONS_MAX = 1_000;

    private final Path folder;
    private final Map<Path, List<Commission>> known = new ConcurrentHashMap<>();

    public FolderCommissionStore(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    @Override
    public synchronized Commission add(Commission draft, byte[] picture) throws IOException {
        List<Commission> before = history(draft.deviceId(), draft.cameraId());
        if (before.size() >= VERSIONS_MAX) {
            throw new IllegalArgumentException(
                    "cameraId: '" + draft.cameraId() + "' has " + VERSIONS_MAX + " versions; register a new camera");
        }
        Path home = home(draft.deviceId(), draft.cameraId());
        int version = before.size() + 1;
        Digest previous =
                before.isEmpty() ? Digest.ZERO : before.get(before.size() - 1).digest();
        byte[] document = CommissionDocument.write(draft, version, previous);
        WholeFile.write(home.resolve(draft.picture() + ".picture"), picture);
        WholeFile.write(home.resolve(name(version)), document);
        known.remove(home);
        return CommissionDocument.read(document);
    }

    private static String name(int version) {
        return String.format(Locale.ROOT, "%06d.json", version);
    }

    @Override
    public synchronized List<Commission> history(String deviceId, String cameraId) throws IOException {
        Path home = home(deviceId, cameraId);
        List<Commission> kept = known.get(home);
        if (kept != null) {
            return kept;
        }
        List<Commission> versions = new ArrayList<>();
        Path next = home.resolve(name(1));
        while (Files.isRegularFile(next)) {
            versions.add(CommissionDocument.read(Files.readAllBytes(next)));
            next = home.resolve(name(versions.size() + 1));
        }
        if (!versions.isEmpty()) {
            known.put(home, List.copyOf(versions));
        }
        return List.copyOf(versions);
    }

    @Override
    public byte[] picture(Commission commission) throws IOException {
        Path home = home(commission.deviceId(), commission.cameraId());
        return Files.readAllBytes(home.resolve(commission.picture() + ".picture"));
    }

    private Path home(String deviceId, String cameraId) {
        byte[] both = (deviceId.length() + ":" + deviceId + cameraId).getBytes(StandardCharsets.UTF_8);
        return folder.resolve(Digest.sha(both).toString());
    }
}
