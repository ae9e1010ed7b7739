package energy.registry.ops.launcher;

import energy.registry.ops.supervise.Part;
import energy.registry.ops.supervise.PortOwner;
import energy.registry.ops.supervise.PortUse;
import energy.registry.ops.supervise.Start;
import energy.registry.ops.supervise.StartFailedException;
import energy.registry.ops.supervise.Stopwatch;
import java.io.IOException;
import java.nio.channels.FileLock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * {@code up}: starts what does not run, waits until all of it is healthy, and tells where it is. A failed or interrupted
 * start stops what it started and nothing else.
 */
final class UpCommand {
    private static final int OK = 0;
    private static final int FAILED = 1;

    private final Launcher launcher;
    private final Options options;

    UpCommand(Launcher launcher, Options options) {
        this.launcher = launcher;
        this.options = options;
    }

    int run() throws IOException, UsageException {
        Stopwatch watch = new Stopwatch();
        DataFolder data = new DataFolder(options.data());
        boolean first = !data.exists();
        DataFolder.Settings settings =
                new DataFolder.Settings(data.settings(options.portBase()).portBase(), options.twin());
        data.create();
        try (FileLock held = data.lock()) {
            Installation installation = launcher.installation(data, settings);
            List<DemoLogin> logins = DemoLogin.all(launcher.secrets(data), launcher.random());
            RegistrySystem system = RegistrySystem.of(installation, logins, settings.twin());
            boolean idle = missing(system, data).isEmpty();
            refuseTakenPorts(missing(system, data));
            data.keep(settings);
            int exit = bringUp(system, data);
            if (exit == OK && held.isValid()) {
                Summary summary = new Summary(installation, system, logins);
                launcher.out().print(summary.text(idle ? Optional.empty() : Optional.of(watch), first));
            }
            return exit;
        }
    }

    private static List<Part> missing(RegistrySystem system, DataFolder data) throws IOException {
        List<Part> missing = new ArrayList<>();
        for (Part part : system.parts()) {
            if (data.run().running(part.name()).isEmpty()) {
                missing.add(part);
            }
        }
        return missing;
    }

    private void refuseTakenPorts(List<Part> parts) throws UsageException {
        List<String> taken = new ArrayList<>();
        for (Part part : parts) {
            for (PortUse use : part.ports()) {
                PortOwner.of(use.port())
                        .ifPresent(owner -> taken.add("port " + use.port() + " for " + use.purpose() + " is in use by "
                                + owner.description()));
            }
        }
        if (!taken.isEmpty()) {
            throw new UsageException(String.join("\n", taken)
                    + "\nNothing was started. Stop the owner, or move every port of the registry with --port-base N"
                    + " (default " + Ports.DEFAULT_BASE + ") and a --data folder of its own.");
        }
    }

    private int bringUp(RegistrySystem system, DataFolder data) {
        Start start = new Start(system.steps(), data.run(), launcher.progress());
        AtomicBoolean over = new AtomicBoolean();
        Thread interrupted = new Thread(() -> {
            if (over.compareAndSet(false, true)) {
                start.undo();
            }
        });
        Runtime.getRuntime().addShutdownHook(interrupted);
        try {
            start.run();
            over.set(true);
            return OK;
        } catch (StartFailedException e) {
            if (over.compareAndSet(false, true)) {
                launcher.err().println("The registry did not start: " + e.getMessage());
                launcher.err().println("Stopping what this start has started:");
                start.undo();
            }
            return FAILED;
        }
    }
}
