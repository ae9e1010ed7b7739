package energy.registry.ops.bench;

import energy.registry.ops.browser.BrowserSession;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One person who signs in and goes from page to page, reading each for a while, until the time is over. */
final class WebWalk implements Runnable {
    /** How long a page is looked at: quick readers, one to three seconds. */
    static final long READING_MILLIS_MIN = 1_000;

    static final long READING_MILLIS_MAX = 3_000;

    /** The link to a list's next page. */
    private static final Pattern NEXT = Pattern.compile("href=\"([^\"]*[?&](?:amp;)?after=[^\"]+)\"");

    private final BrowserSession session;
    private final WebPeople.Visitor visitor;
    private final List<WebPages.Stop> stops;
    private final Random random;
    private final WebTimes times;
    private final long startNanos;
    private final long endNanos;

    WebWalk(
            URI site,
            HttpClient http,
            WebPeople.Visitor visitor,
            List<WebPages.Stop> stops,
            long seed,
            WebTimes times,
            long startNanos,
            long endNanos) {
        this.session = new BrowserSession(site, http);
        this.visitor = visitor;
        this.stops = new ArrayList<>(stops);
        this.random = new Random(seed);
        this.times = times;
        this.startNanos = startNanos;
        this.endNanos = endNanos;
    }

    @Override
    public void run() {
        try {
            TimeUnit.NANOSECONDS.sleep(Math.max(0, startNanos - System.nanoTime()));
            long start = System.nanoTime();
            session.signIn(visitor.name(), visitor.password());
            times.login(System.nanoTime() - start);
            while (System.nanoTime() < endNanos) {
                Collections.shuffle(stops, random);
                for (WebPages.Stop stop : stops) {
                    visit(stop);
                    if (System.nanoTime() >= endNanos) {
                        return;
                    }
                }
            }
        } catch (IOException broken) {
            times.failed(visitor.name() + ": " + broken.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void visit(WebPages.Stop stop) throws IOException, InterruptedException {
        String body = open(stop.name(), stop.address().pick(random));
        read();
        Matcher next = NEXT.matcher(body);
        if (stop.next() && next.find()) {
            open(stop.name() + " (next)", next.group(1).replace("&amp;", "&"));
            read();
        }
    }

    private String open(String name, String address) throws IOException {
        long start = System.nanoTime();
        HttpResponse<String> page = session.get(address);
        long nanos = System.nanoTime() - start;
        if (page.statusCode() == 200) {
            times.page(name, start, nanos);
        } else {
            times.failed(visitor.role() + " at " + address + ": HTTP " + page.statusCode());
        }
        return page.body();
    }

    private void read() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(READING_MILLIS_MIN + random.nextLong(READING_MILLIS_MAX - READING_MILLIS_MIN));
    }
}
