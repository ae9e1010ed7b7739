package energy.registry.ingest.adapter.modbus;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A Modbus TCP server that answers function 3 from an image, and refuses what is not there. */
final class ModbusServer implements AutoCloseable {
    private final ServerSocket server;
    private volatile SunSpecImage image;

    ModbusServer(SunSpecImage image) throws IOException {
        this.image = image;
        this.server = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "modbus-server");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return server.getLocalPort();
    }

    void show(SunSpecImage other) {
        image = other;
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                answer(new DataInputStream(socket.getInputStream()), new DataOutputStream(socket.getOutputStream()));
            } catch (IOException gone) {
                // the client closed, or the test ended
            }
        }
    }

    private void answer(DataInputStream in, DataOutputStream out) throws IOException {
        while (true) {
            int transaction = in.readUnsignedShort();
            in.readUnsignedShort();
            in.readUnsignedShort();
            int unit = in.readUnsignedByte();
            in.readUnsignedByte();
            int address = in.readUnsignedShort();
            int count = in.readUnsignedShort();
            boolean there = image.at(address) != null && image.at(address + count - 1) != null;
            out.writeShort(transaction);
            out.writeShort(0);
            out.writeShort(there ? 3 + count * 2 : 3);
            out.writeByte(unit);
            out.writeByte(there ? 3 : 0x83);
            out.writeByte(there ? count * 2 : 2);
            for (int i = 0; there && i < count; i++) {
                out.writeShort(image.at(address + i));
            }
            out.flush();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
