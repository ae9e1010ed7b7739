package energy.registry.ops.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.registry.ops.device.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code ops/registry verify FILE|URL [--keys FILE] [--json]}: exit 0 when every link holds, 1 when one is broken, 2 when
 * there is nothing to look at.
 */
public final class Main {
    private static final String USAGE = "usage: ops/registry verify FILE|URL [--keys FILE] [--json]";
    private static final int BROKEN = 1;
    private static final int UNUSABLE = 2;

    /** A day's certificate with its clips' records and a long chain of owners stays far below. */
    private static final int BUNDLE_BYTES_MAX = 64 << 20;

    private static final Duration FETCH_TIMEOUT = Duration.ofSeconds(60);
    private static final int STATUS_OK = 200;

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(
                List.of(arguments), System.getenv().getOrDefault("REGISTRY_DATA", "ops/data"), System.out, System.err));
    }

    static int run(List<String> arguments, String data, PrintStream out, PrintStream err) {
        List<String> rest = new ArrayList<>(arguments);
        boolean json = rest.remove("--json");
        Path keys = Path.of(data, "keys", "published.json");
        int option = rest.indexOf("--keys");
        if (option >= 0 && option + 1 < rest.size()) {
            keys = Path.of(rest.remove(option + 1));
            rest.remove(option);
        }
        if (rest.size() != 1 || rest.get(0).startsWith("--")) {
            err.println(USAGE);
            return UNUSABLE;
        }
        try {
            PublishedKeys published = keys(keys);
            List<Check> checks = Verification.of(parsed(rest.get(0), fetch(rest.get(0))), published);
            report(checks, json, out);
            return checks.stream().allMatch(Check::ok) ? 0 : BROKEN;
        } catch (IOException unusable) {
            err.println(unusable.getMessage());
            return UNUSABLE;
        }
    }

    private static PublishedKeys keys(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new IOException("--keys: " + file + " cannot be read; fetch the published keys from /api/v1/keys");
        }
        JsonNode node = parsed(file.toString(), Files.readAllBytes(file));
        try {
            return PublishedKeys.read(node.has("keys") ? node.get("keys") : node);
        } catch (BrokenLink unreadable) {
            throw new IOException("--keys: " + file + ": " + unreadable.getMessage(), unreadable);
        }
    }

    private static JsonNode parsed(String name, byte[] bytes) throws IOException {
        return Json.parse(new String(bytes, StandardCharsets.UTF_8))
                .orElseThrow(() -> new IOException(name + " is no JSON document"));
    }

    private static byte[] fetch(String source) throws IOException {
        try (InputStream in = open(source)) {
            byte[] bytes = in.readNBytes(BUNDLE_BYTES_MAX + 1);
            if (bytes.length > BUNDLE_BYTES_MAX) {
                throw new IOException(source + " is larger than " + (BUNDLE_BYTES_MAX >> 20) + " MiB");
            }
            return bytes;
        }
    }

    private static InputStream open(String source) throws IOException {
        if (!source.startsWith("http://") && !source.startsWith("https://")) {
            if (!Files.isRegularFile(Path.of(source))) {
                throw new IOException(source + " does not exist");
            }
            return Files.newInputStream(Path.of(source));
        }
        try {
            HttpResponse<InputStream> response = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(source))
                                    .timeout(FETCH_TIMEOUT)
                                    .build(),
                            HttpResponse.BodyHandlers.ofInputStream());
            if (response.statusCode() != STATUS_OK) {
                response.body().close();
                throw new IOException(source + " answers with HTTP " + response.statusCode());
            }
            return response.body();
        } catch (IllegalArgumentException noAddress) {
            throw new IOException(source + " is no address", noAddress);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    private static void report(List<Check> checks, boolean json, PrintStream out) {
        Optional<Check> broken = checks.stream().filter(check -> !check.ok()).findFirst();
        if (json) {
            ObjectNode result = Json.object().put("valid", broken.isEmpty());
            ArrayNode list = result.putArray("checks");
            checks.forEach(check -> list.addObject()
                    .put("name", check.link().label())
                    .put("ok", check.ok())
                    .put("detail", check.detail()));
            out.println(Json.text(result));
            return;
        }
        for (Check check : checks) {
            out.printf(
                    Locale.ROOT,
                    "%-6s %-20s %s%n",
                    check.ok() ? "ok" : "BROKEN",
                    check.link().label(),
                    check.detail());
        }
        out.println(broken.map(check ->
                        "not valid: the first broken link is " + check.link().label())
                .orElse("valid: every link holds"));
    }
}
