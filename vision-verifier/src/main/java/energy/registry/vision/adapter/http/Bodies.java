package energy.registry.vision.adapter.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import energy.registry.domain.encoding.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Bodies and addresses of requests, read within bounds. */
final class Bodies {
    private static final int COPY_BYTES = 1 << 16;
    private static final ObjectMapper JSON = new ObjectMapper();

    private Bodies() {}

    /** Empty when it is larger than {@code most} bytes. */
    static Optional<byte[]> bytes(HttpExchange exchange, int most) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(most + 1);
        return body.length > most ? Optional.empty() : Optional.of(body);
    }

    /** Empty when it is no JSON object. */
    static Optional<JsonNode> object(byte[] body) throws IOException {
        try {
            return Optional.of(JSON.readTree(body)).filter(JsonNode::isObject);
        } catch (JsonProcessingException unreadable) {
            return Optional.empty();
        }
    }

    /** The parts of the path, decoded one by one: a name may hold a slash. */
    static List<String> path(HttpExchange exchange) {
        List<String> parts = new ArrayList<>();
        for (String part : exchange.getRequestURI().getRawPath().split("/")) {
            if (!part.isEmpty()) {
                parts.add(URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }

    static Reply tooLarge(int most) {
        return Reply.problem(413, "too-large", "The body is too large.", "at most " + most + " bytes", null);
    }

    /** @return the digest of what was saved; empty when it was more than {@code most} bytes */
    static Optional<Digest> save(HttpExchange exchange, Path file, long most) throws IOException {
        MessageDigest sha = sha256();
        byte[] buffer = new byte[COPY_BYTES];
        long total = 0;
        InputStream body = exchange.getRequestBody();
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                total += read;
                if (total > most) {
                    return Optional.empty();
                }
                sha.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
        }
        return Optional.of(Digest.of(sha.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
