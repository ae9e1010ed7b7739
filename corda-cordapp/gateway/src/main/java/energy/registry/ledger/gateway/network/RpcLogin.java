package energy.registry.ledger.gateway.network;

import java.util.Map;
import java.util.regex.Pattern;

/** User and password of the nodes' RPC door. They reach a node by its environment only, never by a file. */
public record RpcLogin(String user, String password) {
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.-]{4,128}");

    public RpcLogin {
        require("REGISTRY_RPC_USER", user);
        require("REGISTRY_RPC_PASSWORD", password);
    }

    public static RpcLogin from(Map<String, String> environment) {
        return new RpcLogin(environment.get("REGISTRY_RPC_USER"), environment.get("REGISTRY_RPC_PASSWORD"));
    }

    private static void require(String name, String value) {
        if (value == null || !WORD.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    name + ": missing or not 4 to 128 letters, digits, '_', '.', '-'; set it in the environment");
        }
    }

    @Override
    public String toString() {
        return user + ":***";
    }
}
