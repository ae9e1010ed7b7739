package energy.registry.migration.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Says early and in plain words that a port is taken. */
final class PortCheck {
    private PortCheck() {}

    static void requireFree(int port) throws IOException {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
        } catch (IOException e) {
            throw new IOException("port " + port + " for PostgreSQL is in use by another program; choose another", e);
        }
    }
}
