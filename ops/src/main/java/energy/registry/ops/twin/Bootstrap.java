package energy.registry.ops.twin;

import energy.registry.ops.device.HttpDoor;
import energy.registry.ops.device.RegistryGateway;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has to stand on the ledger before the first meter speaks: the demo accounts, with money for the buyers. */
final class Bootstrap {
    private static final Logger LOG = LoggerFactory.getLogger(Bootstrap.class);

    /** EUR 500,000.00 in cents. */
    private static final long BUYERS_MONEY_MINOR = 50_000_000;

    private final RegistryGateway gateway;

    Bootstrap(RegistryGateway gateway) {
        this.gateway = gateway;
    }

    void openGenerators() throws IOException {
        open("windpark-nord", "Windpark Nord GmbH", "generator");
        open("solarfeld-sued", "Solarfeld Süd eG", "generator");
    }

    void openBuyers() throws IOException {
        open("acme", "Acme Manufacturing AG", "buyer");
        open("globex", "Globex Data Centres SE", "buyer");
        fund("acme");
        fund("globex");
    }

    void register(TwinDevice device) throws IOException {
        String deviceId = device.line().plate().deviceId();
        expect(
                "registering " + deviceId,
                gateway.register(device.line().device(), "twin", "device of the digital twin"));
    }

    private void open(String accountId, String name, String role) throws IOException {
        expect("opening " + accountId, gateway.openAccount(accountId, name, "DE", List.of(role)));
    }

    private void fund(String accountId) throws IOException {
        expect(
                "funding " + accountId,
                gateway.deposit(accountId, BUYERS_MONEY_MINOR, "EUR", "opening balance of a demo buyer"));
    }

    private static void expect(String what, HttpDoor.Answer answer) throws IOException {
        if (!answer.isAccepted()) {
            throw new IOException(what + ": " + answer.problem());
        }
        LOG.info("{}: done", what);
    }
}
