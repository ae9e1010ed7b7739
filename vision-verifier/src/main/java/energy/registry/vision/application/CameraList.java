package energy.registry.vision.application;

import energy.registry.vision.footage.StreamRefusal;
import energy.registry.vision.port.LiveSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The addresses of commissioned cameras: nothing else is ever connected to. A line of the file holds a camera's id and its
 * address, {@code CAM-0001 rtsp://10.0.3.7/stream1}; what follows {@code #} is a remark. What a name leads to is looked up
 * once, and a name may not lead to this machine or its neighbours on the wire; a number may, for it says where it leads.
 */
public final class CameraList {
    private static final Map<String, Integer> PORTS = Map.of("rtsp", 554, "http", 80, "https", 443);

    /** A registry's own cameras; more is another file. */
    private static final int LINES_MAX = 100_000;

    /** By the camera's id, in the order of the file. */
    private final Map<String, URI> addresses;

    private CameraList(Map<String, URI> addresses) {
        this.addresses = Collections.unmodifiableMap(addresses);
    }

    /** Addresses that are read by their own name, as a person gives one on a command line. */
    public static CameraList of(List<URI> addresses) {
        Map<String, URI> named = new LinkedHashMap<>();
        addresses.forEach(address -> named.put(address.toString(), address));
        return new CameraList(named);
    }

    /** An absent file is an empty list. */
    public static CameraList read(Path file) throws IOException {
        Map<String, URI> addresses = new LinkedHashMap<>();
        if (!Files.exists(file)) {
            return new CameraList(addresses);
        }
        List<String> lines = Files.readAllLines(file);
        if (lines.size() > LINES_MAX) {
            throw new IOException(file + " has more than " + LINES_MAX + " lines");
        }
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replaceAll("#.*", "").trim();
            if (!line.isEmpty()) {
                read(line, file + " line " + (i + 1), addresses);
            }
        }
        return new CameraList(addresses);
    }

    private static void read(String line, String where, Map<String, URI> into) throws IOException {
        String[] parts = line.split("\\s+");
        if (parts.length != 2) {
            throw new IOException(where + ": not a camera's id and its address");
        }
        try {
            if (into.put(parts[0], new URI(parts[1])) != null) {
                throw new IOException(where + ": camera '" + parts[0] + "' has an address already; keep one");
            }
        } catch (URISyntaxException wrong) {
            throw new IOException(where + ": the address of '" + parts[0] + "' is none; write rtsp://host/path", wrong);
        }
    }

    /** The cameras' ids, in the order of the file. */
    public Set<String> cameras() {
        return addresses.keySet();
    }

    /** A camera's address, for people: without its password. */
    public String shown(String cameraId) {
        return withoutSecrets(addresses.get(cameraId));
    }

    public Answer permit(String cameraId, Duration length, Path target) {
        URI address = addresses.get(cameraId);
        return address == null
                ? new Refused(StreamRefusal.ADDRESS_NOT_COMMISSIONED, "camera '" + cameraId + "'")
                : permit(address, length, target);
    }

    /** What is to be recorded, or why not. */
    public sealed interface Answer {}

    public record Permitted(LiveSource.Request request) implements Answer {}

    public record Refused(StreamRefusal reason, String detail) implements Answer {}

    public Answer permit(URI wanted, Duration length, Path target) {
        URI address = addresses.values().stream()
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
