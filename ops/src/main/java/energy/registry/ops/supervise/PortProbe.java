package energy.registry.ops.supervise;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Optional;

/** Healthy when a port of this machine accepts connections; for processes that have no health page. */
public record PortProbe(int port) implements Probe {
    private static final int CONNECT_MILLIS_MAX = 2_000;

    @Override
    public Optional<String> problem() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS_MAX);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("port " + port + " does not accept connections");
        }
    }
}
