package energy.registry.ops.launcher;

import energy.registry.ops.supervise.PortProbe;
import energy.registry.ops.supervise.Probe;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A ledger node opens its RPC port before it can serve; that it has come up whole it says in its log. */
record NodeProbe(int rpcPort, Path log) implements Probe {
    private static final String READY = "started up and registered";

    /** The line comes early; a log that grew for weeks is not read to its end. */
    private static final int LINES_MAX = 5_000;

    @Override
    public Optional<String> problem() {
        Optional<String> closed = new PortProbe(rpcPort).problem();
        return closed.isPresent() || saysReady() ? closed : Optional.of("its log has no line '" + READY + "' yet");
    }

    private boolean saysReady() {
        try (BufferedReader lines = new BufferedReader(Files.newBufferedReader(log, StandardCharsets.ISO_8859_1))) {
            return lines.lines().limit(LINES_MAX).anyMatch(line -> line.contains(READY));
        } catch (IOException notYetWritten) {
            return false;
        }
    }
}
