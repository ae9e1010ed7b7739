package energy.registry.ingest.adapter.modbus;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Walks through a device's SunSpec models and reads the first register of exported energy. A device announces itself
 * with "SunS" at one of three addresses; models follow each other, each with its number and length.
 */
final class SunSpecDevice {
    private static final int[] BASES = {40_000, 50_000, 0};
    private static final int MARK_HIGH = 0x5375;
    private static final int MARK_LOW = 0x6E53;
    private static final int END = 0xFFFF;

    /** Models of one device; the largest have some thirty. */
    private static final int MODELS_MAX = 100;

    private final ModbusClient client;

    SunSpecDevice(ModbusClient client) {
        this.client = client;
    }

    /**
     * @param wanted the model to read, or 0 for the first that holds such a register
     * @return empty when no model does, or when the device says that it has not implemented the point
     */
    Optional<EnergyPoint.Value> read(int wanted) throws IOException {
        int address = base() + 2;
        for (int i = 0; i < MODELS_MAX; i++) {
            int[] head = client.read(address, 2);
            if (head[0] == END) {
                return Optional.empty();
            }
            Optional<EnergyPoint> point = EnergyPoint.of(head[0]);
            if (point.isPresent() && (wanted == 0 || wanted == head[0])) {
                Optional<EnergyPoint.Value> value =
                        point.get().value(registers(address, point.get().end(), head[1]));
                if (value.isPresent() || wanted != 0) {
                    return value;
                }
            }
            address += 2 + head[1];
        }
        throw new IOException("more than " + MODELS_MAX + " models: this is no SunSpec map");
    }

    private int base() throws IOException {
        for (int base : BASES) {
            try {
                int[] mark = client.read(base, 2);
                if (mark[0] == MARK_HIGH && mark[1] == MARK_LOW) {
                    return base;
                }
            } catch (ModbusClient.ModbusRefusal elsewhere) {
                // the next address is asked
            }
        }
        throw new IOException("no SunSpec mark at 40000, 50000 or 0");
    }

    private int[] registers(int address, int end, int length) throws IOException {
        if (end > length + 2) {
            throw new IOException("the model is shorter than its definition");
        }
        int[] all = new int[end];
        for (int from = 0; from < end; from += ModbusClient.REGISTERS_MAX) {
            int count = Math.min(ModbusClient.REGISTERS_MAX, end - from);
            System.arraycopy(client.read(address + from, count), 0, all, from, count);
        }
        return all;
    }

    /** Kept for tests: what lies where. */
    static OptionalLong unsigned(int[] registers, int at, int words) {
        long value = 0;
        for (int word : Arrays.copyOfRange(registers, at, at + words)) {
            value = value << 16 | word;
        }
        return value < 0 ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
