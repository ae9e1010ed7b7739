package energy.registry.ingest.adapter.modbus;

import java.io.IOException;
import java.util.Map;

/** A meter on a Modbus TCP server whose register moves on with each look, and can fall to zero. */
public final class MeterSimulator implements AutoCloseable {
    private static final long START = 1_000_100;

    private final ModbusServer server;
    private long register = START;

    public MeterSimulator() throws IOException {
        server = new ModbusServer(image(register));
    }

    private static SunSpecImage image(long register) throws IOException {
        return new SunSpecImage(40_000)
                .model(1, Map.of())
                .model(
                        203,
                        register == 0
                                ? Map.of("TotWh_SF", 0, "TotWhExp", 1)
                                : Map.of("TotWhExp", register, "TotWh_SF", 0))
                .end();
    }

    public int port() {
        return server.port();
    }

    public void fallToZero() throws IOException {
        server.show(image(0));
    }

    public void recover() throws IOException {
        register += 10;
        server.show(image(register));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
