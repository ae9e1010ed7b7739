package energy.registry.vision.application;

import energy.registry.vision.footage.StreamRefusal;
import energy.registry.vision.port.LiveSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The addresses of commissioned cameras: nothing else is ever connected to. A line of the file holds a camera's id and its
 * address, {@code CAM-0001 rtsp://10.0.3.7/stream1}; what follows {@code #} is a remark. What a name leads to is looked up
 * once, and a name may not lead to this machine or its neighbours on the wire; a number may, for it says where it leads.
 */
public final class CameraList {
    private static final Map<String, Integer> PORTS = Map.of("rtsp", 554, "http", 80, "https", 443);

    /** A registry's own cameras; more is another file. */
    private static final int LINES_MAX = 100_000;

    private final List<URI> addresses;

    private CameraList(List<URI> addresses) {
        this.addresses = List.copyOf(addresses);
    }

    public static CameraList of(List<URI> addresses) {
        return new CameraList(addresses);
    }

    /** An absent file is an empty list. */
    public static CameraList read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return new CameraList(List.of());
        }
        List<URI> addresses = new ArrayList<>();
        List<String> lines = Files.readAllLines(file);
        if (lines.size() > LINES_MAX) {
            throw new IOException(file + " has more than " + LINES_MAX + " lines");
        }
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replaceAll("#.*", "").trim();
            String[] parts = line.split("\\s+");
            if (!line.isEmpty() && parts.length != 2) {
                throw new IOException(file + " line " + (i + 1) + ": not a camera's id and its address");
            }
            if (!line.isEmpty()) {
                addresses.add(URI.create(parts[1]));
            }
        }
        return new CameraList(addresses);
    }

    /** What is to be recorded, or why not. */
    public sealed interface Answer {}

    public record Permitted(LiveSource.Request request) implements Answer {}

    public record Refused(StreamRefusal reason, String detail) implements Answer {}

    public Answer permit(URI wanted, Duration length, Path target) {
        URI address = addresses.stream()
                .filter(known -> isSame(known, wanted))
                .findFirst()
                .orElse(null);
        if (address == null) {
            return new Refused(StreamRefusal.ADDRESS_NOT_COMMISSIONED, withoutSecrets(wanted));
        }
        Integer usual = PORTS.get(scheme(address));
        if (usual == null || address.getHost() == null) {
            return new Refused(StreamRefusal.SCHEME_UNKNOWN, withoutSecrets(address));
        }
        try {
            InetAddress host = InetAddress.getByName(address.getHost());
            if (!isNumber(address.getHost()) && leadsInside(host)) {
                return new Refused(StreamRefusal.ADDRESS_LEADS_INSIDE, withoutSecrets(address));
            }
            int port = address.getPort() < 0 ? usual : address.getPort();
            return new Permitted(new LiveSource.Request(address, new InetSocketAddress(host, port), length, target));
        } catch (UnknownHostException unknown) {
            return new Refused(StreamRefusal.HOST_UNKNOWN, address.getHost());
        }
    }

    private static boolean leadsInside(InetAddress host) {
        return host.isLoopbackAddress()
                || host.isLinkLocalAddress()
                || host.isAnyLocalAddress()
                || host.isMulticastAddress();
    }

    private static boolean isNumber(String host) {
        return host.startsWith("[") || host.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    }

    /** Scheme, host, port, path and query; a password belongs into the list only. */
    private static boolean isSame(URI known, URI wanted) {
        return scheme(known).equals(scheme(wanted))
                && String.valueOf(known.getHost()).equalsIgnoreCase(String.valueOf(wanted.getHost()))
                && known.getPort() == wanted.getPort()
                && String.valueOf(known.getRawPath()).equals(String.valueOf(wanted.getRawPath()))
                && String.valueOf(known.getRawQuery()).equals(String.valueOf(wanted.getRawQuery()));
    }

    private static String scheme(URI address) {
        return String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    }

    static String withoutSecrets(URI address) {
        return address.toString().replaceAll("//[^/@]*@", "//***@");
    }
}
