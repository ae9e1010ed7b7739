package energy.registry.ledger.gateway.network;

import energy.registry.domain.encoding.Digest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * The CorDapp jars that the build offers, told apart by one digest over what is in them. Signatures and the signed
 * digests in the manifest are left out: the same code signed again by the next build is no new CorDapp, and a network keeps
 * the jars it has.
 */
record Cordapps(String digest) {
    private static final String SIGNATURES = "META-INF/[^/]+\\.(MF|SF|RSA|DSA|EC)";

    static Cordapps of(NodeHome home) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Path jar : home.cordapps()) {
            all.write(jar.getFileName().toString().getBytes(StandardCharsets.UTF_8));
            writeContents(all, jar);
        }
        return new Cordapps(Digest.sha(all.toByteArray()).toString());
    }

    private static void writeContents(ByteArrayOutputStream all, Path path) throws IOException {
        try (JarFile jar = new JarFile(path.toFile())) {
            List<JarEntry> entries = new ArrayList<>(Collections.list(jar.entries()));
            entries.sort((one, other) -> one.getName().compareTo(other.getName()));
            for (JarEntry entry : entries) {
                if (!entry.isDirectory() && !entry.getName().matches(SIGNATURES)) {
                    all.write(entry.getName().getBytes(StandardCharsets.UTF_8));
                    try (InputStream content = jar.getInputStream(entry)) {
                        all.write(Digest.sha(content.readAllBytes()).bytes());
                    }
                }
            }
            // Names, versions and target platform of a CorDapp stand in the manifest's main part.
            jar.getManifest().getMainAttributes().entrySet().stream()
                    .map(Object::toString)
                    .sorted()
                    .forEach(line -> all.writeBytes(line.getBytes(StandardCharsets.UTF_8)));
        }
    }
}
