package energy.registry.ops.bench;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a browser that has never been here loads for one page: the page and every style, script, font and picture it names. */
final class WebFirstLoad {
    private static final Pattern LINK = Pattern.compile("<(?:link[^>]*href|script[^>]*src|img[^>]*src)=\"(/[^\"]+)\"");
    private static final Pattern IMPORT = Pattern.compile("(?:url\\(|from |import )[\"']?(\\.{0,2}/[^\"')]+)");

    private final URI site;
    private final HttpClient http;

    WebFirstLoad(URI site, HttpClient http) {
        this.site = site;
        this.http = http;
    }

    /** Bytes of all bodies as they are sent. */
    long bytes(String path) throws IOException {
        URI address = site.resolve(path);
        byte[] page = load(address);
        long sum = page.length;
        Set<URI> seen = new LinkedHashSet<>();
        Matcher links = LINK.matcher(new String(page, StandardCharsets.UTF_8));
        while (links.find()) {
            sum += linked(address.resolve(links.group(1)), seen);
        }
        return sum;
    }

    private long linked(URI address, Set<URI> seen) throws IOException {
        if (!seen.add(address)) {
            return 0;
        }
        byte[] body = load(address);
        long sum = body.length;
        if (address.getPath().endsWith(".css") || address.getPath().endsWith(".js")) {
            Matcher imports = IMPORT.matcher(new String(body, StandardCharsets.UTF_8));
            while (imports.find()) {
                sum += linked(address.resolve(imports.group(1)), seen);
            }
        }
        return sum;
    }

    private byte[] load(URI address) throws IOException {
        try {
            HttpResponse<byte[]> answer =
                    http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IOException(address + ": HTTP " + answer.statusCode());
            }
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for " + address);
        }
    }
}
