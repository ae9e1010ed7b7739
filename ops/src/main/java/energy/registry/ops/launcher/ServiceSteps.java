package energy.registry.ops.launcher;

import energy.registry.ops.supervise.HttpProbe;
import energy.registry.ops.supervise.Part;
import energy.registry.ops.supervise.PortUse;
import energy.registry.ops.supervise.RunRecord;
import energy.registry.ops.supervise.Step;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The plain Java services: footage, meters, and the twin that plays the plants. */
final class ServiceSteps {
    static final String VISION = "vision";
    static final String INGEST = "ingest";
    static final String TWIN = "twin";

    private static final Duration PATIENCE = Duration.ofSeconds(180);

    /** Clips are decoded outside the heap; what stays in it are grey frames and queues. */
    private static final int VISION_HEAP_MEBIBYTES = 640;

    /** The broker's sessions, the batches under way and the histories of many meters. */
    private static final int INGEST_HEAP_MEBIBYTES = 512;

    /** What a batch allocates dies before it could grow old: then no full collection stops the acknowledgements. */
    private static final int INGEST_YOUNG_MEBIBYTES = 320;

    private static final int TWIN_HEAP_MEBIBYTES = 256;

    private final Installation installation;

    ServiceSteps(Installation installation) {
        this.installation = installation;
    }

    Step vision() {
        int port = installation.ports().vision();
        return service(
                VISION,
                Set.of(LedgerSteps.KEYS, LedgerSteps.GATEWAY),
                List.of(new PortUse(port, "vision-verifier")),
                port,
                new Program("vision-verifier", "energy.registry.vision.config.Main", VISION_HEAP_MEBIBYTES));
    }

    Step ingest() {
        Ports ports = installation.ports();
        return service(
                INGEST,
                Set.of(LedgerSteps.KEYS, LedgerSteps.GATEWAY, DatabaseSteps.MIGRATIONS),
                List.of(new PortUse(ports.ingest(), "iot-ingest"), new PortUse(ports.mqtt(), "iot-ingest MQTT")),
                ports.ingest(),
                new Program("iot-ingest", "energy.registry.ingest.config.Main", INGEST_HEAP_MEBIBYTES),
                List.of("-Xmn" + INGEST_YOUNG_MEBIBYTES + "m"));
    }

    Step twin() {
        int port = installation.ports().twin();
        return service(
                TWIN,
                Set.of(LedgerSteps.GATEWAY, VISION, INGEST, WebSteps.WEB),
                List.of(new PortUse(port, "the digital twin")),
                port,
                new Program("ops", "energy.registry.ops.twin.Main", TWIN_HEAP_MEBIBYTES));
    }

    private record Program(String module, String mainClass, int heapMebibytes) {}

    private Part service(String name, Set<String> after, List<PortUse> ports, int httpPort, Program program) {
        return service(name, after, ports, httpPort, program, List.of());
    }

    private Part service(
            String name, Set<String> after, List<PortUse> ports, int httpPort, Program program, List<String> flags) {
        return new Part(
                name,
                after,
                ports,
                Installation.local(httpPort),
                () -> installation
                        .service(name, java(program, flags), GivenSettings.of(name, System.getenv()))
                        .start(),
                new HttpProbe(URI.create(Installation.local(httpPort) + "/health")),
                PATIENCE,
                RunRecord.StopSignal.TERM,
                installation.data().log(name));
    }

    private JavaProgram java(Program program, List<String> more) throws IOException {
        List<String> flags = new ArrayList<>(more);
        flags.addAll(List.of(
                "-Xss512k",
                "-Dorg.bytedeco.javacpp.cachedir=" + installation.checkout().nativeCache()));
        return new JavaProgram(
                installation.java(),
                program.heapMebibytes(),
                flags,
                installation.checkout().classpath(program.module()),
                program.mainClass(),
                List.of());
    }
}
