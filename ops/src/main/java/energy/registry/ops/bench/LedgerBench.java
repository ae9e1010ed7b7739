package energy.registry.ops.bench;

import energy.registry.ops.device.HttpDoor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The measurements of one ledger, each printed as it is made: issue by window and batch, trade alone and with ten
 * clients, and what the processes cost.
 */
final class LedgerBench {
    private static final int DAY = 96;
    private static final int HOUR = 4;
    private static final int CLIENTS_MANY = 10;

    /** One device in so many sends nothing in the day window, so that the measurements after it have claims to send. */
    private static final int KEPT_FOR_LATER = 6;

    /** Trades before any is counted: a node's compilers have then seen each kind of act a few dozen times. */
    private static final int TRADES_WARM_UP = 120;

    private static final int TRADES_WARM_UP_QUICK = 60;
    private static final int TRADES_ALONE = 40;
    private static final int TRADES_TOGETHER = 120;
    private static final int TRADES_ALONE_QUICK = 12;
    private static final int TRADES_TOGETHER_QUICK = 60;

    /** Longest time that the flight recorder runs: enough samples, and files that are read in seconds. */
    private static final double PROFILE_SECONDS_MAX = 60;

    private final Plan plan;
    private final LedgerProcesses processes;
    private final Results results;
    private final FeedWatch feed;
    private final IssueLoad load;
    private final IssueLoad later;
    private final TradeLoad trade;
    private final Consumer<String> progress;

    /**
     * @param seconds of the day window's measurement
     * @param clients that send claims side by side in it
     * @param h2 the nodes' database library where the network is the measurement's own and may be stopped at the end
     */
    record Plan(double seconds, int clients, int devices, boolean quick, Optional<Path> h2) {
        /** Of each of the smaller measurements: with five minutes of day windows all of them fit into a quarter of an hour. */
        double shortSeconds() {
            return Math.max(10, seconds / 15);
        }
    }

    LedgerBench(
            Plan plan,
            HttpDoor gateway,
            Scenery scenery,
            LedgerProcesses processes,
            Results results,
            Consumer<String> progress)
            throws IOException {
        this.plan = plan;
        this.processes = processes;
        this.results = results;
        this.progress = progress;
        long begin = System.nanoTime();
        scenery.openAccounts();
        progress.accept("accounts are open; registering " + plan.devices() + " devices");
        List<BenchDevice> devices = scenery.registerDevices(plan.devices());
        results.number("devices_registered_per_second", devices.size() / seconds(begin));
        this.feed = new FeedWatch(gateway);
        feed.start();
        int kept = Math.max(1, devices.size() / KEPT_FOR_LATER);
        this.load = new IssueLoad(gateway, feed, devices.subList(kept, devices.size()));
        this.later = new IssueLoad(gateway, feed, devices.subList(0, kept));
        this.trade = new TradeLoad(gateway, scenery);
    }

    void run() throws IOException, InterruptedException {
        progress.accept("warming up");
        load.run(plan.clients(), DAY, plan.shortSeconds());
        long bytesBefore = processes.vaultBytes();
        long bundlesBefore = feed.bundles();
        dayWindow();
        growth(bytesBefore, feed.bundles() - bundlesBefore);
        single();
        if (!plan.quick()) {
            issue("day_window_batch_1", 1, DAY);
            issue("day_window_batch_10", CLIENTS_MANY, DAY);
            issue("day_window_batch_100", 100, DAY);
            issue("hour_window", plan.clients(), HOUR);
            issue("single_interval", plan.clients(), 1);
        }
        warmUpTrade();
        trades("alone", 1, plan.quick() ? TRADES_ALONE_QUICK : TRADES_ALONE);
        processes.startProfile();
        trades("10_clients", CLIENTS_MANY, plan.quick() ? TRADES_TOGETHER_QUICK : TRADES_TOGETHER);
        processes
                .stopProfile()
                .forEach((node, parts) -> results.profile(Map.of(node + " while 10 clients trade", parts)));
        processes.resident().forEach((name, mebibytes) -> results.number("resident_mib_" + name, mebibytes));
        feed.close();
        if (plan.h2().isPresent()) {
            compaction(plan.h2().get());
        }
    }

    /** What the databases hold when the room of what they no longer hold is given back. */
    private void compaction(Path h2) throws IOException, InterruptedException {
        long bundles = Math.max(1, feed.bundles());
        processes.stopNodes();
        double before = processes.vaultBytes();
        progress.accept(String.format(Locale.ROOT, "compacting %.0f MB of databases", before / 1e6));
        double seconds = new Compaction(h2).of(processes.databases());
        double after = processes.vaultBytes();
        results.number("vault_bundles_at_end", bundles);
        results.number("vault_megabytes_at_end_before_compaction", before / 1e6);
        results.number("vault_megabytes_at_end_after_compaction", after / 1e6);
        results.number("vault_bytes_per_bundle_before_compaction_all_nodes", before / bundles);
        results.number("vault_bytes_per_bundle_after_compaction_all_nodes", after / bundles);
        results.number(
                "vault_gigabytes_per_million_bundles_after_compaction_extrapolated", after / bundles * 1e6 / 1e9);
        results.number("vault_compaction_seconds", seconds);
    }

    private void dayWindow() throws IOException, InterruptedException {
        Map<String, Double> cpuBefore = processes.cpuSeconds();
        IssueLoad.Run run = load.run(plan.clients(), DAY, plan.seconds());
        Map<String, Double> cpuAfter = processes.cpuSeconds();
        results.number("issued_intervals_per_second", run.intervalsPerSecond());
        told("day_window", run);
        if (run.seconds() < plan.seconds() - 1) {
            progress.accept(String.format(
                    Locale.ROOT,
                    "the day window ended after %.0f of %.0f s: every claim of the devices was issued; give more --devices",
                    run.seconds(),
                    plan.seconds()));
        }
        double thousands = run.claims() * DAY / 1_000.0;
        cpuAfter.forEach((name, after) ->
                results.number("cpu_seconds_per_1000_intervals_" + name, (after - cpuBefore.get(name)) / thousands));
        processes.startProfile();
        load.run(plan.clients(), DAY, Math.min(PROFILE_SECONDS_MAX, plan.shortSeconds()));
        results.profile(processes.stopProfile());
    }

    private void growth(long bytesBefore, long bundles) throws IOException {
        double perBundle = (processes.vaultBytes() - bytesBefore) / (double) Math.max(1, bundles);
        results.number("vault_sample_bundles", bundles);
        results.number("vault_bytes_per_bundle_of_96_all_nodes", perBundle);
        results.number("vault_gigabytes_per_million_bundles_extrapolated", perBundle * 1e6 / 1e9);
        results.number("vault_gigabytes_per_million_intervals_extrapolated", perBundle / DAY * 1e6 / 1e9);
    }

    private void single() throws IOException, InterruptedException {
        double seconds = plan.shortSeconds();
        IssueLoad.Run run = later.run(1, 1, seconds);
        somethingWasSent("single interval, one after the other", run);
        results.number("issued_intervals_per_second_unbatched", run.intervalsPerSecond());
        results.number("issue_p50_millis", run.answered().millis(50));
        results.number("issue_p95_millis", run.answered().millis(95));
        results.number("issue_p99_millis", run.answered().millis(99));
        results.number("issue_samples", run.claims());
        results.number("issue_visible_at_regulator_p50_millis", run.visible().millis(50));
        results.number("issue_visible_at_regulator_p95_millis", run.visible().millis(95));
        say("single interval, one after the other", run);
    }

    private void issue(String name, int clients, int intervals) throws IOException, InterruptedException {
        told(name, later.run(clients, intervals, plan.shortSeconds()));
    }

    private void told(String name, IssueLoad.Run run) throws IOException {
        somethingWasSent(name, run);
        results.number(name + "_intervals_per_second", run.intervalsPerSecond());
        results.number(name + "_bundles_per_second", run.claims() / run.seconds());
        results.number(name + "_transactions_per_second", run.transactionsPerSecond());
        results.number(name + "_claims_per_transaction", run.claimsPerTransaction());
        results.number(name + "_answered_p50_millis", run.answered().millis(50));
        results.number(name + "_answered_p95_millis", run.answered().millis(95));
        results.number(name + "_answered_p99_millis", run.answered().millis(99));
        results.number(name + "_visible_p95_millis", run.visible().millis(95));
        say(name, run);
    }

    private static void somethingWasSent(String name, IssueLoad.Run run) throws IOException {
        if (run.claims() == 0) {
            throw new IOException(name + ": no device had a claim left to send; give more --devices");
        }
    }

    private void say(String name, IssueLoad.Run run) {
        progress.accept(String.format(
                Locale.ROOT,
                "%s: %.0f intervals/s, %d claims in %.0f s, %.1f claims a transaction, answered p50 %.0f p95 %.0f ms",
                name,
                run.intervalsPerSecond(),
                run.claims(),
                run.seconds(),
                run.claimsPerTransaction(),
                run.answered().millis(50),
                run.answered().millis(95)));
    }

    private void warmUpTrade() throws IOException, InterruptedException {
        int count = plan.quick() ? TRADES_WARM_UP_QUICK : TRADES_WARM_UP;
        progress.accept("warming up with " + count + " trades");
        results.number("trades_before_the_first_counted", count);
        trade.run(CLIENTS_MANY, load.take(count));
    }

    private void trades(String name, int clients, int count) throws IOException, InterruptedException {
        Map<String, CallLoad.Run> runs = new LinkedHashMap<>(trade.run(clients, load.take(count)));
        runs.forEach((kind, run) -> {
            String prefix = clients == 1 ? kind : kind + "_" + name;
            results.number(prefix + "_p50_millis", run.answered().millis(50));
            results.number(prefix + "_p95_millis", run.answered().millis(95));
            results.number(prefix + "_p99_millis", run.answered().millis(99));
            results.number(prefix + "_transactions_per_second", run.perSecond());
            progress.accept(String.format(
                    Locale.ROOT,
                    "%s %s: %.2f tx/s, p50 %.0f p95 %.0f p99 %.0f ms (%d)",
                    kind,
                    name,
                    run.perSecond(),
                    run.answered().millis(50),
                    run.answered().millis(95),
                    run.answered().millis(99),
                    run.answered().count()));
        });
    }

    private static double seconds(long sinceNanos) {
        return (System.nanoTime() - sinceNanos) / 1e9;
    }
}
