package energy.registry.ingest.adapter.mqtt;

import io.vertx.core.http.ClientAuth;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The door's certificate, its key, and the authority that signs clients' certificates, in PEM: {@code mqtt.crt},
 * {@code mqtt.key}, {@code mqtt-clients.crt}. Where they are absent there is no such door.
 */
public record TlsFiles(Path certificate, Path key, Path clients) {
    /** @param folder {@code DATA/tls} */
    public static Optional<TlsFiles> in(Path folder) {
        TlsFiles files = new TlsFiles(
                folder.resolve("mqtt.crt"), folder.resolve("mqtt.key"), folder.resolve("mqtt-clients.crt"));
        boolean complete = Files.exists(files.certificate) && Files.exists(files.key) && Files.exists(files.clients);
        return complete ? Optional.of(files) : Optional.empty();
    }

    /** Version 1.2 at least, and no client without a certificate of the authority. */
    NetServerOptions options() {
        return new NetServerOptions()
                .setSsl(true)
                .setKeyCertOptions(new PemKeyCertOptions()
                        .setCertPath(certificate.toString())
                        .setKeyPath(key.toString()))
                .setTrustOptions(new PemTrustOptions().addCertPath(clients.toString()))
                .setClientAuth(ClientAuth.REQUIRED)
                .setSslHandshakeTimeout(10)
                .removeEnabledSecureTransportProtocol("TLSv1")
                .removeEnabledSecureTransportProtocol("TLSv1.1");
    }
}
