package energy.registry.ledger.gateway;

import energy.registry.ledger.gateway.claim.ClaimBatcher;
import energy.registry.ledger.gateway.command.Accounts;
import energy.registry.ledger.gateway.command.Claims;
import energy.registry.ledger.gateway.command.Consumption;
import energy.registry.ledger.gateway.command.Devices;
import energy.registry.ledger.gateway.command.Events;
import energy.registry.ledger.gateway.command.Exchange;
import energy.registry.ledger.gateway.command.Health;
import energy.registry.ledger.gateway.command.Market;
import energy.registry.ledger.gateway.command.Records;
import energy.registry.ledger.gateway.command.Retirements;
import energy.registry.ledger.gateway.command.Storage;
import energy.registry.ledger.gateway.command.Supervision;
import energy.registry.ledger.gateway.command.Transfers;
import energy.registry.ledger.gateway.config.GatewayConfig;
import energy.registry.ledger.gateway.corda.CordaFlows;
import energy.registry.ledger.gateway.corda.NotaryDoor;
import energy.registry.ledger.gateway.device.DeviceJson;
import energy.registry.ledger.gateway.device.VerifierKeys;
import energy.registry.ledger.gateway.http.Door;
import energy.registry.ledger.gateway.http.Router;
import energy.registry.ledger.gateway.http.ServiceToken;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The gateway's process: opens its door at once and connects to the nodes as they come. */
public final class Main {
    private static final Logger LOG = LoggerFactory.getLogger(Main.class);

    private Main() {}

    public static void main(String[] args) throws IOException {
        // The JDK's server waits for acknowledgements before small answers unless told not to: 40 ms each.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            start(GatewayConfig.from(System.getenv()));
        } catch (IllegalArgumentException refused) {
            System.err.println(refused.getMessage());
            System.exit(2);
        }
    }

    private static void start(GatewayConfig config) throws IOException {
        CordaFlows flows = new CordaFlows(config.cordaHost(), config.portBase(), config.login());
        ClaimBatcher batcher = new ClaimBatcher(flows);
        Door door =
                new Door(config.httpPort(), routes(config, flows, batcher), new ServiceToken(config.serviceToken()));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            door.close();
            batcher.stop();
            flows.stop();
        }));
        flows.start();
        batcher.start();
        door.open();
        LOG.info("ledger gateway listens on port {} ({})", door.port(), config);
    }

    private static Router routes(GatewayConfig config, CordaFlows flows, ClaimBatcher batcher) {
        Router router = new Router();
        new Health(flows::isUp, new NotaryDoor(config.cordaHost(), config.portBase())::isOpen).routes(router);
        new Accounts(flows).routes(router);
        new Devices(flows, new DeviceJson(new VerifierKeys(config.data().resolve("keys")))).routes(router);
        new Claims(batcher, flows).routes(router);
        new Market(flows).routes(router);
        new Retirements(flows).routes(router);
        new Consumption(flows).routes(router);
        new Storage(flows).routes(router);
        new Transfers(flows).routes(router);
        new Supervision(flows).routes(router);
        new Exchange(flows).routes(router);
        new Events(flows).routes(router);
        new Records(flows).routes(router);
        return router;
    }
}
