package energy.registry.ops.audit;

import energy.registry.ops.device.HttpDoor;
import energy.registry.ops.device.ServiceAddresses;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/** {@code ops/registry audit [--json]}: exit 0 when nothing overlaps, everything balances and is signed, 1 when not, 2 for bad input. */
public final class Main {
    private static final int WRONG = 1;
    private static final int UNUSABLE = 2;

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
            Audit audit = Audit.of(new HttpDoor(services.gateway(), services.token()), services.data());
            if (json) {
                out.println(audit.json());
            } else {
                audit.print(out);
            }
            return audit.isInOrder() ? 0 : WRONG;
        } catch (IllegalArgumentException unusable) {
            err.println(unusable.getMessage());
            return UNUSABLE;
        } catch (IOException | UnreadableEvent broken) {
            err.println("the audit could not be made: " + broken.getMessage());
            return UNUSABLE;
        }
    }
}
