package energy.registry.vision.adapter.stream;

import energy.registry.vision.footage.StreamRefusal;
import energy.registry.vision.port.LiveSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Clips and streams by HTTP: MPEG-TS, fragmented MP4, WebM, or a whole file. Redirections are not followed. Pictures pushed
 * one by one (multipart) carry no times and are refused.
 */
public final class HttpLiveSource implements LiveSource {
    private static final Duration CONNECT_MAX = Duration.ofSeconds(5);
    private static final int BUFFER_BYTES = 1 << 16;
    private static final long LOOK_MILLIS = 200;

    @Override
    public Answer record(Request request) throws IOException {
        HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT_MAX)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        try {
            HttpResponse<InputStream> response =
                    client.send(get(request.address()), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                int status = response.statusCode();
                if (status >= 300 && status < 400) {
                    return new Refused(StreamRefusal.REDIRECTED, "status " + status);
                }
                String type = response.headers().firstValue("content-type").orElse("");
                if (status != 200 || !isVideo(type)) {
                    return new Refused(StreamRefusal.ANSWER_UNEXPECTED, "status " + status + ", '" + type + "'");
                }
                return receive(request, body);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (IOException silent) {
            return new Refused(StreamRefusal.UNREACHABLE, silent.getClass().getSimpleName());
        }
    }

    private static HttpRequest get(URI address) {
        URI plain = URI.create(address.toString().replaceFirst("//[^/@]*@", "//"));
        HttpRequest.Builder get = HttpRequest.newBuilder(plain).timeout(SILENCE_MAX);
        if (address.getUserInfo() != null) {
            byte[] secret = address.getUserInfo().getBytes(StandardCharsets.UTF_8);
            get.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(secret));
        }
        return get.build();
    }

    private static boolean isVideo(String type) {
        String kind = type.toLowerCase(Locale.ROOT);
        return kind.startsWith("video/") || kind.startsWith("image/gif") || kind.startsWith("application/octet-stream");
    }

    /** Until the clip is long enough, the stream ends, or the camera keeps silent. */
    private static Answer receive(Request request, InputStream body) throws IOException {
        long began = System.nanoTime();
        AtomicLong heard = new AtomicLong(began);
        ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
        watch.scheduleAtFixedRate(
                () -> closeWhenOver(began, heard.get(), request.length(), body),
                LOOK_MILLIS,
                LOOK_MILLIS,
                TimeUnit.MILLISECONDS);
        long bytes = 0;
        try (OutputStream out = Files.newOutputStream(request.target())) {
            byte[] buffer = new byte[BUFFER_BYTES];
            int read = body.read(buffer);
            while (read >= 0 && System.nanoTime() - began < request.length().toNanos()) {
                bytes += read;
                if (bytes > BYTES_MAX) {
                    return new Refused(StreamRefusal.TOO_LARGE, "more than " + BYTES_MAX + " bytes");
                }
                out.write(buffer, 0, read);
                heard.set(System.nanoTime());
                read = body.read(buffer);
            }
        } catch (IOException ended) {
            if (System.nanoTime() - began < request.length().toNanos()) {
                return new Refused(StreamRefusal.UNREACHABLE, "silent or broken off after " + bytes + " bytes");
            }
        } finally {
            watch.shutdownNow();
        }
        return new Recorded(request.target(), bytes);
    }

    private static void closeWhenOver(long began, long heard, Duration length, InputStream body) {
        long now = System.nanoTime();
        if (now - began > length.toNanos() || now - heard > SILENCE_MAX.toNanos()) {
            try {
                body.close();
            } catch (IOException alreadyClosed) {
                // The reader sees it in the same way.
            }
        }
    }
}
