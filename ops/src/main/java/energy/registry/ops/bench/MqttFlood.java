package energy.registry.ops.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * One gateway's connection: MQTT 3.1.1, QoS 1, a bounded number of unacknowledged messages. It speaks just these four
 * packets, so that measuring costs little of the machine that is measured.
 */
final class MqttFlood implements AutoCloseable {
    /** Packet ids are 16 bits; nobody has as many in flight. */
    private static final int PACKET_IDS = 65_535;

    private static final int CONNECT = 0x10;
    private static final int PUBLISH_QOS_1 = 0x32;
    private static final int PUBACK = 0x40;
    private static final int CONNACK = 0x20;

    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;
    private final Semaphore window;
    private final long[] sentNanos = new long[PACKET_IDS + 1];
    private final List<Long> latencies = new ArrayList<>();
    private volatile IOException broken;
    private int packetId;

    /** A message with its topic. */
    record Message(String meterId, byte[] body) {}

    MqttFlood(int port, String clientId, int inFlightMax) throws IOException {
        this.socket = new Socket("127.0.0.1", port);
        this.socket.setTcpNoDelay(true);
        this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        this.out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16);
        this.window = new Semaphore(inFlightMax);
        connect(clientId);
    }

    private void connect(String clientId) throws IOException {
        byte[] id = clientId.getBytes(StandardCharsets.US_ASCII);
        out.write(CONNECT);
        length(10 + 2 + id.length);
        out.write(new byte[] {0, 4, 'M', 'Q', 'T', 'T', 4, 2, 0, 0});
        word(id.length);
        out.write(id);
        out.flush();
        if (in.readUnsignedByte() != CONNACK || in.readUnsignedByte() != 2 || in.readUnsignedShort() != 0) {
            throw new IOException("the MQTT door did not accept the connection");
        }
    }

    private void length(int value) throws IOException {
        int rest = value;
        do {
            int digit = rest % 128;
            rest /= 128;
            out.write(rest > 0 ? digit | 128 : digit);
        } while (rest > 0);
    }

    private void word(int value) throws IOException {
        out.write(value >> 8);
        out.write(value & 0xff);
    }

    /**
     * Publishes all, in order, and returns when the last is acknowledged.
     *
     * @param perSecond messages a second; 0 for as fast as the window allows
     */
    List<Long> publish(List<Message> messages, double perSecond) throws IOException, InterruptedException {
        latencies.clear();
        Thread reader = new Thread(() -> acknowledge(messages.size()), "acknowledgements");
        reader.start();
        long start = System.nanoTime();
        for (int i = 0; i < messages.size() && broken == null; i++) {
            pace(start, i, perSecond);
            if (!window.tryAcquire()) {
                out.flush();
                window.acquire();
            }
            send(messages.get(i));
            if (perSecond > 0) {
                out.flush();
            }
        }
        out.flush();
        reader.join();
        if (broken != null) {
            throw broken;
        }
        return List.copyOf(latencies);
    }

    private static void pace(long start, int sent, double perSecond) throws InterruptedException {
        if (perSecond > 0) {
            long due = start + (long) (sent / perSecond * 1e9);
            long wait = due - System.nanoTime();
            if (wait > 0) {
                Thread.sleep(wait / 1_000_000, (int) (wait % 1_000_000));
            }
        }
    }

    private void send(Message message) throws IOException {
        byte[] topic = ("registry/v1/statements/" + message.meterId()).getBytes(StandardCharsets.US_ASCII);
        packetId = packetId % PACKET_IDS + 1;
        sentNanos[packetId] = System.nanoTime();
        out.write(PUBLISH_QOS_1);
        length(2 + topic.length + 2 + message.body().length);
        word(topic.length);
        out.write(topic);
        word(packetId);
        out.write(message.body());
    }

    private void acknowledge(int count) {
        try {
            for (int i = 0; i < count; i++) {
                if (in.readUnsignedByte() != PUBACK || in.readUnsignedByte() != 2) {
                    throw new IOException("the MQTT door sent something else than an acknowledgement");
                }
                latencies.add(System.nanoTime() - sentNanos[in.readUnsignedShort()]);
                window.release();
            }
        } catch (IOException e) {
            broken = e;
            window.release(PACKET_IDS); // the sender is not to wait for what never comes
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
