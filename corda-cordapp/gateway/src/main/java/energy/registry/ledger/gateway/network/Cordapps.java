package energy.registry.ledger.gateway.network;

import energy.registry.domain.encoding.Digest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The CorDapp jars that the build offers, told apart by one digest over names and contents. */
record Cordapps(String digest) {

    static Cordapps of(NodeHome home) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Path jar : home.cordapps()) {
            all.write(jar.getFileName().toString().getBytes(StandardCharsets.UTF_8));
            all.write(Digest.sha(Files.readAllBytes(jar)).bytes());
        }
        return new Cordapps(Digest.sha(all.toByteArray()).toString());
    }
}
