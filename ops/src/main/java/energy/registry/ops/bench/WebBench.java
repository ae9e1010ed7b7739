package energy.registry.ops.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * {@code ops/registry bench web}: people walk through the pages over a large read model. The launcher has started database, identity
 * provider and WildFly; exit 0 only when every target is met.
 */
public final class WebBench {
    private static final double PAGE_P95_MILLIS_MAX = 200;
    private static final double LOGIN_P95_MILLIS_MAX = 1_000;
    private static final long FIRST_LOAD_BYTES_MAX = 300_000;
    private static final long RESIDENT_BYTES_MAX = 1_500_000_000L;

    private static final int MISSED = 1;
    private static final int UNUSABLE = 2;

    private static final int P95 = 95;
    private static final long SEED = 20_261_126;
    private static final double MEBIBYTE = 1_048_576;

    private final Plan plan;
    private final Map<String, String> environment;
    private final URI site;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private WebBench(Plan plan, Map<String, String> environment) {
        this.plan = plan;
        this.environment = environment;
        this.site = URI.create(environment.get("REGISTRY_WEB_URL") + "/");
    }

    /** What the command line says. */
    private record Plan(long certificates, int users, long seconds, long warmUp, boolean json, boolean system) {
        static Plan parse(List<String> arguments) {
            long certificates = 1_000_000;
            int users = 50;
            long seconds = 180;
            long warmUp = WebWalk.VISIT_SECONDS; // everybody has come once
            boolean json = false;
            boolean system = false;
            Deque<String> rest = new ArrayDeque<>(arguments);
            while (!rest.isEmpty()) {
                String option = rest.pop();
                switch (option) {
                    case "--json" -> json = true;
                    case "--system" -> system = true;
                    case "--certificates" -> certificates = whole(option, rest, 3_000, 50_000_000);
                    case "--users" -> users = (int) whole(option, rest, 1, 500);
                    case "--seconds" -> seconds = whole(option, rest, 10, 3_600);
                    case "--warm-up" -> warmUp = whole(option, rest, 0, 600);
                    default ->
                        throw new IllegalArgumentException(
                                "unknown option " + option
                                        + "; known are --certificates N, --users N, --seconds N, --warm-up N, --system, --json");
                }
            }
            return new Plan(certificates, users, seconds, warmUp, json, system);
        }

        private static long whole(String option, Deque<String> rest, long min, long max) {
            String given = rest.isEmpty() ? "" : rest.pop();
            if (given.matches("[0-9]{1,9}") && Long.parseLong(given) >= min && Long.parseLong(given) <= max) {
                return Long.parseLong(given);
            }
            throw new IllegalArgumentException(option + ": '" + given + "' is not within " + min + ".." + max);
        }
    }

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.getenv()));
    }

    private static int run(List<String> arguments, Map<String, String> environment) {
        try {
            return new WebBench(Plan.parse(arguments), environment).measure();
        } catch (IllegalArgumentException unusable) {
            System.err.println(unusable.getMessage());
            return UNUSABLE;
        } catch (IOException | IllegalStateException broken) {
            System.err.println("the pages could not be measured: " + broken.getMessage());
            return MISSED;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return MISSED;
        }
    }

    private int measure() throws IOException, InterruptedException {
        WebScene scene = plan.system()
                ? new SystemScene(environment, System.err::println)
                : new GeneratedScene(environment, plan.certificates(), site, http);
        long certificates = scene.prepare();
        List<WebPeople.Visitor> people = people(scene);
        System.err.println(people.size() + " people have logins");
        WebCost cost = new WebCost(Path.of(environment.get("REGISTRY_DATA")));
        WebTimes times = walk(people, scene, cost);
        Results results = new Results("web")
                .input("certificates", certificates)
                .input("users", plan.users())
                .input("reading_millis", WebWalk.READING_MILLIS_MIN + ".." + WebWalk.READING_MILLIS_MAX)
                .input(
                        "arrivals",
                        "one person with a login every " + WebWalk.VISIT_SECONDS * 1_000 / plan.users()
                                + " ms from the first second on; each stays for " + WebWalk.VISIT_SECONDS + " s")
                .input("seconds", plan.seconds())
                .input("warm_up_seconds", plan.warmUp())
                .input("not_walked", scene.notWalked());
        cost.into(results);
        return judge(times, cost, results, certificates);
    }

    private List<WebPeople.Visitor> people(WebScene scene) throws IOException {
        Path secrets = Path.of(environment.get("REGISTRY_DATA")).resolve("secrets");
        String secret = Files.readString(secrets.resolve("oidc-people-secret")).strip();
        return new WebPeople(
                        environment.get("REGISTRY_OIDC_ISSUER"),
                        secret,
                        "bench-" + secret.substring(0, 16),
                        scene::organisation)
                .make(plan.users());
    }

    private WebTimes walk(List<WebPeople.Visitor> people, WebScene scene, WebCost cost)
            throws IOException, InterruptedException {
        long now = System.nanoTime();
        long counted = now + TimeUnit.SECONDS.toNanos(plan.warmUp());
        long end = counted + TimeUnit.SECONDS.toNanos(plan.seconds());
        WebTimes times = new WebTimes(counted);
        List<Thread> walkers = new ArrayList<>();
        for (int number = 0; number < people.size(); number++) {
            WebPeople.Visitor visitor = people.get(number);
            long start = now + TimeUnit.SECONDS.toNanos(WebWalk.VISIT_SECONDS) * number / people.size();
            walkers.add(new Thread(
                    new WebWalk(site, http, visitor, scene.stops(visitor), SEED + number, times, start, end),
                    visitor.name()));
        }
        walkers.forEach(Thread::start);
        TimeUnit.NANOSECONDS.sleep(Math.max(0, counted - System.nanoTime()));
        cost.begin();
        for (Thread walker : walkers) {
            walker.join();
        }
        cost.end();
        return times;
    }

    private int judge(WebTimes times, WebCost cost, Results results, long certificates) throws IOException {
        List<String> missed = new ArrayList<>();
        double worst = 0;
        for (Map.Entry<String, Percentiles> page : times.pages().entrySet()) {
            Percentiles seen = page.getValue();
            double p95 = seen.millis(P95);
            worst = Math.max(worst, p95);
            results.number("p50 " + page.getKey(), seen.millis(50));
            results.number("p95 " + page.getKey(), p95);
            results.number("p99 " + page.getKey(), seen.millis(99));
            limit(missed, "p95 of " + page.getKey() + ", ms", p95, PAGE_P95_MILLIS_MAX);
        }
        Percentiles all = times.all();
        results.number("pages_shown", all.count());
        results.number("pages_per_second", all.count() / (double) plan.seconds());
        results.number("all_pages_p50_millis", all.millis(50));
        results.number("all_pages_p95_millis", all.millis(P95));
        results.number("all_pages_p99_millis", all.millis(99));
        results.number("page_p95_millis", worst);
        results.number("certificates", certificates);
        results.number("logins", times.logins().count());
        results.number("login_p50_millis", times.logins().millis(50));
        results.number("login_p95_millis", times.logins().millis(P95));
        results.number("logins_while_warming_up", times.earlyLogins().count());
        results.number("login_while_warming_up_p50_millis", times.earlyLogins().millis(50));
        results.number("login_while_warming_up_p95_millis", times.earlyLogins().millis(P95));
        limit(missed, "p95 of logins, ms", times.logins().millis(P95), LOGIN_P95_MILLIS_MAX);
        WebFirstLoad firstLoad = new WebFirstLoad(site, http);
        for (String path : List.of("/", "/verify", "/devices")) {
            long bytes = firstLoad.bytes(path);
            results.number("first_load_bytes " + path, bytes);
            limit(missed, "first load of " + path + ", bytes", bytes, FIRST_LOAD_BYTES_MAX);
        }
        double resident = cost.residentMebibytes();
        results.number("wildfly_resident_mebibytes", resident);
        limit(missed, "resident memory of WildFly, bytes", resident * MEBIBYTE, RESIDENT_BYTES_MAX);
        results.number("failed_requests", times.failedCount());
        limit(missed, "failed requests", times.failedCount(), 0);
        print(results, missed, times.failures());
        return missed.isEmpty() ? 0 : MISSED;
    }

    private static void limit(List<String> missed, String what, double found, double max) {
        if (found > max) {
            missed.add(String.format(java.util.Locale.ROOT, "%s: %,.0f, at most %,.0f", what, found, max));
        }
    }

    private void print(Results results, List<String> missed, List<String> failures) throws IOException {
        if (plan.json()) {
            System.out.println(results.json());
        } else {
            results.print(System.out);
        }
        failures.forEach(failure -> System.err.println("failed: " + failure));
        missed.forEach(target -> System.err.println("missed: " + target));
        System.err.println(missed.isEmpty() ? "every target is met" : missed.size() + " targets are missed");
    }
}
