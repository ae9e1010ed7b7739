package energy.registry.ops.bench;

import energy.registry.ops.audit.Audit;
import energy.registry.ops.audit.UnreadableEvent;
import energy.registry.ops.device.HttpDoor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** How fast the regulator's node is audited: bundles of a day are issued first, then all is read, checked and balanced. */
final class AuditBench {
    private static final int DAY = 96;

    private final LedgerBench.Plan plan;
    private final HttpDoor gateway;
    private final Scenery scenery;
    private final Path data;
    private final Results results;
    private final Consumer<String> progress;

    AuditBench(
            LedgerBench.Plan plan,
            HttpDoor gateway,
            Scenery scenery,
            Path data,
            Results results,
            Consumer<String> progress) {
        this.plan = plan;
        this.gateway = gateway;
        this.scenery = scenery;
        this.data = data;
        this.results = results;
        this.progress = progress;
    }

    void run() throws IOException, InterruptedException {
        scenery.openAccounts();
        try (FeedWatch feed = new FeedWatch(gateway)) {
            feed.start();
            IssueLoad load = new IssueLoad(gateway, feed, scenery.registerDevices(plan.devices()));
            IssueLoad.Run issued = load.run(plan.clients(), DAY, plan.seconds());
            progress.accept(issued.claims() + " bundles are there to audit");
        }
        Audit audit = audit();
        results.number("certificates", audit.certificates());
        results.number("audit_seconds", audit.seconds());
        results.number("certificates_per_second", audit.certificates() / audit.seconds());
    }

    private Audit audit() throws IOException {
        try {
            Audit audit = Audit.of(gateway, data);
            if (!audit.isInOrder()) {
                throw new IllegalStateException("the audit found something wrong; ops/registry audit says what");
            }
            return audit;
        } catch (UnreadableEvent broken) {
            throw new IOException(broken);
        }
    }
}
