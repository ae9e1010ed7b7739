package energy.registry.web.adapter.mail;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Where mail goes: {@code smtp://USER:PASSWORD@HOST:PORT?from=ADDRESS}, or {@code smtps://…} for a connection that is
 * encrypted from its first byte. User and password may be left out.
 */
public record MailServer(String host, int port, boolean encrypted, String user, String password, String from) {
    private static final int PORT = 25;
    private static final int PORT_ENCRYPTED = 465;
    private static final String SETTING = "REGISTRY_SMTP_URL";

    /** Empty for an empty text: then nothing is sent. */
    public static Optional<MailServer> of(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        URI uri = uri(text);
        boolean encrypted = "smtps".equals(uri.getScheme());
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        if (uri.getHost() == null || !(encrypted || "smtp".equals(uri.getScheme())) || !query.startsWith("from=")) {
            throw new IllegalArgumentException(SETTING + " is not smtp://USER:PASSWORD@HOST:PORT?from=ADDRESS.");
        }
        String[] login =
                uri.getRawUserInfo() == null ? new String[] {"", ""} : (uri.getRawUserInfo() + ":").split(":", 3);
        int port = uri.getPort() > 0 ? uri.getPort() : encrypted ? PORT_ENCRYPTED : PORT;
        return Optional.of(new MailServer(
                uri.getHost(),
                port,
                encrypted,
                decoded(login[0]),
                decoded(login[1]),
                decoded(query.substring("from=".length()))));
    }

    private static URI uri(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(SETTING + " is not smtp://USER:PASSWORD@HOST:PORT?from=ADDRESS.");
        }
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "MailServer[" + host + ":" + port + ", from " + from + ", password=***]";
    }
}
