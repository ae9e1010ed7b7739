package energy.registry.ledger.gateway.network;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;

/** Prints how to start one node, for launchers that are not Java. The password is part of what is printed. */
public final class PrintNodeCommand {
    private PrintNodeCommand() {}

    /** {@code --data DIR --node NAME [--home DIR]}. */
    public static void main(String[] args) throws IOException {
        try {
            Arguments given = Arguments.parse(args, "data", "node", "home");
            NodeCommand command = NodeCommand.start(
                    given.home(),
                    NetworkBootstrap.networkFolder(given.data().toAbsolutePath()),
                    CordaNode.named(given.required("node")),
                    RpcLogin.from(System.getenv()));
            System.out.println(new ObjectMapper()
                    .writeValueAsString(Map.of(
                            "command", command.command(),
                            "workingFolder", command.workingFolder().toString(),
                            "environment", command.environment())));
        } catch (IllegalArgumentException refused) {
            System.err.println(refused.getMessage());
            System.exit(2);
        }
    }
}
