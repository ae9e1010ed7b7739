package energy.registry.vision.adapter.opencv;

import energy.registry.vision.footage.StreamRefusal;
import energy.registry.vision.port.LiveSource;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Stands between FFmpeg and a camera, so that FFmpeg reaches the one place that was permitted and no other: it takes one
 * connection from this machine, passes what the camera says, and ends it at a redirection (RFC 2326, section 10.10 and
 * status 3xx), at too many bytes, and when the time is over.
 */
final class CameraRelay implements AutoCloseable {
    private static final int CONNECT_MILLIS = 5_000;

    /** Headers of a reply; cameras send a few hundred bytes. */
    private static final int HEAD_BYTES_MAX = 16_384;

    private static final int BODY_BYTES_MAX = 65_536;
    private static final int INTERLEAVED = '$';

    private final InetSocketAddress camera;
    private final ServerSocket door;
    private volatile Socket inside;
    private volatile Socket outside;
    private volatile StreamRefusal reason;
    private volatile boolean closed;
    private long passed;

    CameraRelay(InetSocketAddress camera) throws IOException {
        this.camera = camera;
        this.door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        door.setSoTimeout((int) LiveSource.SILENCE_MAX.toMillis());
        start("camera-relay", this::serve);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Why the relay ended the connection by itself. */
    Optional<StreamRefusal> reason() {
        return Optional.ofNullable(reason);
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void serve() {
        try (Socket here = door.accept();
                Socket there = new Socket()) {
            inside = here;
            outside = there;
            there.connect(camera, CONNECT_MILLIS);
            there.setSoTimeout((int) LiveSource.SILENCE_MAX.toMillis());
            start("camera-relay-out", () -> pass(here, there));
            InputStream said = new BufferedInputStream(there.getInputStream());
            OutputStream heard = here.getOutputStream();
            while (!closed) {
                message(said, heard);
            }
        } catch (IOException over) {
            end(StreamRefusal.UNREACHABLE);
        }
    }

    private void pass(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException over) {
            end(StreamRefusal.UNREACHABLE);
        }
    }

    /** One reply with its body, or one interleaved piece of the stream. */
    private void message(InputStream said, OutputStream heard) throws IOException {
        int first = said.read();
        if (first < 0) {
            throw new EOFException("the camera ended the connection");
        }
        if (first == INTERLEAVED) {
            byte[] rest = exactly(said, 3);
            int length = (rest[1] & 0xff) << 8 | rest[2] & 0xff;
            heard.write(first);
            heard.write(rest);
            heard.write(exactly(said, length));
            heard.flush();
            count(4L + length);
            return;
        }
        String head = head(first, said);
        if (!head.startsWith("RTSP/1.0 ") || head.startsWith("RTSP/1.0 3")) {
            end(head.startsWith("RTSP/1.0 3") ? StreamRefusal.REDIRECTED : StreamRefusal.ANSWER_UNEXPECTED);
            throw new IOException("ended at " + head.lines().findFirst().orElse(""));
        }
        heard.write(head.getBytes(StandardCharsets.ISO_8859_1));
        heard.write(exactly(said, bodyLength(head)));
        heard.flush();
        count(head.length());
    }

    private void count(long bytes) throws IOException {
        passed += bytes;
        if (passed > LiveSource.BYTES_MAX) {
            end(StreamRefusal.TOO_LARGE);
            throw new IOException("too many bytes");
        }
    }

    private static String head(int first, InputStream said) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        head.write(first);
        while (!endsBlank(head)) {
            int next = said.read();
            if (next < 0 || head.size() > HEAD_BYTES_MAX) {
                throw new EOFException("no end of a reply's head");
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    private static boolean endsBlank(ByteArrayOutputStream head) {
        return head.size() >= 4 && head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n");
    }

    private static int bodyLength(String head) throws IOException {
        for (String line : head.split("\r\n")) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                String value = line.substring("content-length:".length()).trim();
                if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) > BODY_BYTES_MAX) {
                    throw new IOException("a reply's body of " + value + " bytes");
                }
                return Integer.parseInt(value);
            }
        }
        return 0;
    }

    private static byte[] exactly(InputStream from, int length) throws IOException {
        byte[] bytes = from.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the camera broke off");
        }
        return bytes;
    }

    private void end(StreamRefusal why) {
        if (reason == null && !closed) {
            reason = why;
        }
        close();
    }

    @Override
    public void close() {
        closed = true;
        for (Closeable open : new Closeable[] {door, inside, outside}) {
            closeQuietly(open);
        }
    }

    private static void closeQuietly(Closeable open) {
        try {
            if (open != null) {
                open.close();
            }
        } catch (IOException alreadyClosed) {
            // Nothing is left to be done for it.
        }
    }
}
