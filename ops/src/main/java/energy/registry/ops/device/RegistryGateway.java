package energy.registry.ops.device;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.registry.domain.device.ProductionDevice;
import java.io.IOException;
import java.util.List;

/** Commands to the ledger gateway that bring a device into the registry. Every one may be repeated. */
public final class RegistryGateway {
    private final HttpDoor door;

    public RegistryGateway(HttpDoor door) {
        this.door = door;
    }

    public HttpDoor.Answer openAccount(String accountId, String name, String country, List<String> roles)
            throws IOException {
        ObjectNode body = Json.object()
                .put("requestId", "open-account-" + accountId)
                .put("accountId", accountId)
                .put("name", name)
                .put("country", country);
        ArrayNode list = body.putArray("roles");
        roles.forEach(list::add);
        return door.post("/v1/accounts", body);
    }

    public HttpDoor.Answer deposit(String accountId, long amountMinor, String currency, String reason)
            throws IOException {
        return door.post(
                "/v1/deposits",
                Json.object()
                        .put("requestId", "first-deposit-" + accountId)
                        .put("accountId", accountId)
                        .put("amountMinor", amountMinor)
                        .put("currency", currency)
                        .put("actor", "twin")
                        .put("reason", reason));
    }

    public HttpDoor.Answer register(ProductionDevice device, String actor, String reason) throws IOException {
        ObjectNode body = Json.object()
                .put("requestId", "register-" + device.deviceId())
                .put("actor", actor)
                .put("reason", reason);
        body.set("device", DeviceCard.of(device));
        return door.post("/v1/devices", body);
    }
}
