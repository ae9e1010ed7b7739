package energy.registry.ingest.config;

import energy.registry.migration.NotMigratedException;
import java.io.IOException;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the service from the environment and stops it cleanly on a termination signal. */
public final class Main {
    private static final int EXIT_FAILED = 1;
    private static final Logger LOG = LoggerFactory.getLogger(Main.class);

    private Main() {}

    public static void main(String[] arguments) {
        try {
            IngestConfig config = IngestConfig.of(System.getenv());
            LOG.info("event=starting {}", config);
            Service service = Service.start(config, Clock.systemUTC());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(service), "stop"));
            LOG.info("event=serving http={} mqtt={}", service.httpPort(), service.mqttPort());
        } catch (IllegalArgumentException | NotMigratedException | IOException e) {
            LOG.error("event=not-started problem=\"{}\"", e.getMessage());
            System.exit(EXIT_FAILED);
        }
    }

    private static void stop(Service service) {
        LOG.info("event=stopping");
        try {
            service.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        LOG.info("event=stopped");
    }
}
