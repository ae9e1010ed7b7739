package energy.registry.ops.audit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.registry.ops.device.HttpDoor;
import energy.registry.ops.device.Json;
import energy.registry.ops.device.ServiceAddresses;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code ops/registry audit [--json]}: exit 0 when nothing overlaps and everything balances, 1 when not, 2 for bad input. */
public final class Main {
    private static final int WRONG = 1;
    private static final int UNUSABLE = 2;
    private static final double MILLIS_PER_SECOND = 1_000;

    private Main() {}

    public static void main(String[] arguments) {
        System.setProperty("registry.log.target", "System.err");
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    private static int run(List<String> arguments, PrintStream out, PrintStream err) {
        boolean json = arguments.equals(List.of("--json"));
        if (!json && !arguments.isEmpty()) {
            err.println("unknown arguments " + arguments + "; usage: ops/registry audit [--json]");
            return UNUSABLE;
        }
        try {
            ServiceAddresses services = ServiceAddresses.from(System.getenv());
            return audit(new HttpDoor(services.gateway(), services.token()), json, out);
        } catch (IllegalArgumentException unusable) {
            err.println(unusable.getMessage());
            return UNUSABLE;
        } catch (IOException | UnreadableEvent broken) {
            err.println("the audit could not be made: " + broken.getMessage());
            return UNUSABLE;
        }
    }

    static int audit(HttpDoor gateway, boolean json, PrintStream out) throws IOException, UnreadableEvent {
        long begin = System.nanoTime();
        Books books = new Books();
        new RegulatorFeed(gateway).postTo(books);
        books.close();
        double seconds = Duration.ofNanos(System.nanoTime() - begin).toMillis() / MILLIS_PER_SECOND;
        boolean ok = books.overlaps().isEmpty() && books.imbalances().isEmpty();
        if (json) {
            out.println(json(books, ok, seconds));
        } else {
            print(books, ok, seconds, out);
        }
        return ok ? 0 : WRONG;
    }

    private static String json(Books books, boolean ok, double seconds) {
        ObjectNode result = Json.object().put("ok", ok).put("certificates", books.certificates());
        ArrayNode overlaps = result.putArray("overlaps");
        books.overlaps().forEach(overlaps::add);
        ArrayNode imbalances = result.putArray("imbalances");
        books.imbalances().forEach(imbalances::add);
        return Json.text(result.put("seconds", seconds));
    }

    private static void print(Books books, boolean ok, double seconds, PrintStream out) {
        out.printf(Locale.ROOT, "%-24s %20s %20s%n", "device", "issued Wh", "retired Wh");
        Map<String, Long> retired = books.retiredWh();
        books.issuedWh()
                .forEach((deviceId, issued) -> out.printf(
                        Locale.ROOT, "%-24s %,20d %,20d%n", deviceId, issued, retired.getOrDefault(deviceId, 0L)));
        books.overlaps().forEach(overlap -> out.println("OVERLAP   " + overlap));
        books.imbalances().forEach(imbalance -> out.println("IMBALANCE " + imbalance));
        out.printf(
                Locale.ROOT,
                "%s: %d certificates from the regulator's node in %.1f s%n",
                ok ? "in order" : "NOT IN ORDER",
                books.certificates(),
                seconds);
    }
}
