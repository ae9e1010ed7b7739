package energy.registry.vision.config;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the verifier; SIGTERM ends it. */
public final class Main {
    private static final Logger LOG = LoggerFactory.getLogger(Main.class);

    private Main() {}

    public static void main(String[] arguments) {
        // A client that never finishes its request must not keep a thread for ever (seconds).
        System.setProperty("sun.net.httpserver.maxReqTime", "120");
        System.setProperty("sun.net.httpserver.maxRspTime", "120");
        System.setProperty("sun.net.httpserver.idleInterval", "30");
        try {
            VisionConfig config = VisionConfig.from(System.getenv());
            VisionService service = new VisionService(config);
            Runtime.getRuntime().addShutdownHook(new Thread(service::close, "end"));
            service.start();
            LOG.info("vision-verifier listens on 127.0.0.1:{} ({})", service.port(), config);
        } catch (IllegalArgumentException | IOException wrong) {
            LOG.error("vision-verifier cannot start: {}", wrong.getMessage());
            System.exit(2);
        }
    }
}
