package energy.registry.ops.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.registry.ops.device.HttpDoor;
import energy.registry.ops.device.Json;
import java.io.IOException;
import java.security.KeyPair;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Accounts, money and devices of one measurement, under names that no measurement before has used. */
final class Scenery {
    static final int SELLERS = 6;
    static final int BUYERS = 10;
    static final String CURRENCY = "EUR";

    /** Days before today that the devices have not claimed yet. */
    private static final int DAYS = 58;

    private static final long MONEY_MINOR = 100_000_000_00L;

    private final HttpDoor gateway;
    private final String run;
    private final List<KeyPair> verifiers = List.of(BenchDevice.keyPair(), BenchDevice.keyPair());

    Scenery(HttpDoor gateway, String run) {
        this.gateway = gateway;
        this.run = run;
    }

    String run() {
        return run;
    }

    String seller(int number) {
        return "bench-" + run + "-seller-" + number;
    }

    String buyer(int number) {
        return "bench-" + run + "-buyer-" + number;
    }

    void openAccounts() throws IOException {
        for (int i = 0; i < SELLERS; i++) {
            open(seller(i), "generator");
        }
        for (int i = 0; i < BUYERS; i++) {
            open(buyer(i), "buyer");
            must(
                    "deposit",
                    gateway.post(
                            "/v1/deposits",
                            Json.object()
                                    .put("requestId", "deposit-" + buyer(i))
                                    .put("accountId", buyer(i))
                                    .put("amountMinor", MONEY_MINOR)
                                    .put("currency", CURRENCY)
                                    .put("actor", "bench")
                                    .put("reason", "measurement")));
        }
    }

    private void open(String accountId, String role) throws IOException {
        ObjectNode body = Json.object()
                .put("requestId", "open-" + accountId)
                .put("accountId", accountId)
                .put("name", accountId)
                .put("country", "DE");
        ArrayNode roles = body.putArray("roles");
        roles.add(role);
        must("account " + accountId, gateway.post("/v1/accounts", body));
    }

    List<BenchDevice> registerDevices(int count) throws IOException {
        long today = LocalDate.now(ZoneOffset.UTC).toEpochDay();
        List<BenchDevice> devices = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            BenchDevice device = new BenchDevice(run, i, seller(i % SELLERS), verifiers, today - DAYS, today);
            ObjectNode body = Json.object()
                    .put("requestId", "register-" + device.deviceId())
                    .put("actor", "bench")
                    .put("reason", "measurement");
            body.set("device", device.card());
            must("device " + device.deviceId(), gateway.post("/v1/devices", body));
            devices.add(device);
        }
        return devices;
    }

    static HttpDoor.Answer must(String what, HttpDoor.Answer answer) throws IOException {
        if (!answer.isAccepted()) {
            throw new IOException(what + ": " + answer.problem());
        }
        return answer;
    }
}
