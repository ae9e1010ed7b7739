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

/**
 * One place that is always taken: somebody signs in, goes from page to page, reads each for a while and leaves after a
 * visit; the next one comes at once, without a cookie, and signs in too. Until the time is over.
 */
final class WebWalk implements Runnable {
    /** How long a page is looked at: quick readers, one to three seconds. */
    static final long READING_MILLIS_MIN = 1_000;

    static final long READING_MILLIS_MAX = 3_000;

    /** A short visit, so that there are many logins: one in a minute for each person who is there. */
    static final long VISIT_SECONDS = 60;

    /** The link to a list's next page. */
    private static final Pattern NEXT = Pattern.compile("href=\"([^\"]*[?&](?:amp;)?after=[^\"]+)\"");

    private final URI site;
    private final HttpClient http;
    private final WebPeople.Visitor visitor;
    private final List<WebStop> stops;
    private final Random random;
    private final WebTimes times;
    private final long startNanos;
    private final long endNanos;
    private BrowserSession session;
    private int seen;

    WebWalk(
            URI site,
            HttpClient http,
            WebPeople.Visitor visitor,
            List<WebStop> stops,
            long seed,
            WebTimes times,
            long startNanos,
            long endNanos) {
        this.site = site;
        this.http = http;
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
            while (System.nanoTime() < endNanos) {
                come();
            }
        } catch (IOException broken) {
            times.failed(visitor.name() + ": " + broken.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void come() throws IOException, InterruptedException {
        session = new BrowserSession(site, http);
        long start = System.nanoTime();
        session.signIn(visitor.name(), visitor.password());
        times.login(start, System.nanoTime() - start);
        long leaves = Math.min(endNanos, start + TimeUnit.SECONDS.toNanos(VISIT_SECONDS));
        while (System.nanoTime() < leaves) {
            visit(nextStop());
        }
    }

    /** All of them in a changing order, and again; who comes next goes on where the one before has left. */
    private WebStop nextStop() {
        if (seen % stops.size() == 0) {
            Collections.shuffle(stops, random);
        }
        return stops.get(seen++ % stops.size());
    }

    private void visit(WebStop stop) throws IOException, InterruptedException {
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
