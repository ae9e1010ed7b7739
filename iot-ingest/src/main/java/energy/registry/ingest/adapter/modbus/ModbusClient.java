package energy.registry.ingest.adapter.modbus;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;

/** Reads holding registers (function 3 of the Modbus application protocol 1.1b3, over TCP). */
final class ModbusClient implements Closeable {
    /** Registers in one answer, by the protocol. */
    static final int REGISTERS_MAX = 125;

    private static final int CONNECT_MILLIS_MAX = 3_000;
    private static final int ANSWER_MILLIS_MAX = 3_000;
    private static final int FUNCTION = 3;
    private static final int HEADER_BYTES = 7;
    private static final int REQUEST_BYTES = 12;
    private static final int FAILED = 0x80;

    private final Socket socket = new Socket();
    private final int unit;
    private int transaction;

    private ModbusClient(int unit) {
        this.unit = unit;
    }

    static ModbusClient connect(String host, int port, int unit) throws IOException {
        ModbusClient client = new ModbusClient(unit);
        client.socket.setSoTimeout(ANSWER_MILLIS_MAX);
        client.socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS_MAX);
        return client;
    }

    /** @throws ModbusRefusal when the device answers that it has no such registers */
    int[] read(int address, int count) throws IOException {
        transaction = transaction + 1 & 0xFFFF;
        ByteBuffer request = ByteBuffer.allocate(REQUEST_BYTES)
                .putShort((short) transaction)
                .putShort((short) 0)
                .putShort((short) 6)
                .put((byte) unit)
                .put((byte) FUNCTION)
                .putShort((short) address)
                .putShort((short) count);
        OutputStream out = socket.getOutputStream();
        out.write(request.array());
        out.flush();
        return answer(count);
    }

    private int[] answer(int count) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        int answered = in.readUnsignedShort();
        int protocol = in.readUnsignedShort();
        int length = in.readUnsignedShort();
        int from = in.readUnsignedByte();
        int function = in.readUnsignedByte();
        if (answered != transaction || protocol != 0 || from != unit || length > REGISTERS_MAX * 2 + HEADER_BYTES) {
            throw new IOException("this is no answer to the request");
        }
        if (function == (FUNCTION | FAILED)) {
            throw new ModbusRefusal(in.readUnsignedByte());
        }
        if (function != FUNCTION || in.readUnsignedByte() != count * 2 || length != count * 2 + 3) {
            throw new IOException("the answer has another length than asked for");
        }
        int[] registers = new int[count];
        for (int i = 0; i < count; i++) {
            registers[i] = in.readUnsignedShort();
        }
        return registers;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** The device's own word that it will not answer. */
    static final class ModbusRefusal extends IOException {
        private static final long serialVersionUID = 1L;

        ModbusRefusal(int code) {
            super("the device refuses with code " + code);
        }
    }
}
