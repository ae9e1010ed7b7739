package energy.registry.ledger.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.ledger.flow.DepositMoney;
import energy.registry.ledger.flow.LedgerEvent;
import energy.registry.ledger.flow.LedgerEventPage;
import energy.registry.ledger.flow.LedgerRefusal;
import energy.registry.ledger.flow.ReadLedgerEvents;
import energy.registry.ledger.flow.SettledBalance;
import energy.registry.ledger.gateway.command.Accounts;
import energy.registry.ledger.gateway.command.Events;
import energy.registry.ledger.gateway.command.Health;
import energy.registry.ledger.gateway.fixture.Client;
import energy.registry.ledger.gateway.fixture.Client.Reply;
import energy.registry.ledger.gateway.fixture.RecordedFlows;
import energy.registry.ledger.gateway.port.LedgerNode;
import energy.registry.ledger.gateway.port.NodeUnavailable;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The door with real sockets in front of a ledger whose answers the test says. */
class DoorTest {
    private static final String DEPOSIT =
            "{\"requestId\":\"m1\",\"accountId\":\"acme\",\"amountMinor\":5,\"currency\":\"EUR\",\"actor\":\"ida\",\"reason\":\"paid\"}";

    private final RecordedFlows flows = new RecordedFlows();
    private Door door;
    private Client client;

    @BeforeEach
    void open() throws IOException {
        Router router = new Router();
        new Accounts(flows).routes(router);
        new Events(flows).routes(router);
        new Health(node -> node != LedgerNode.MARKET, () -> true).routes(router);
        door = new Door(0, router, new ServiceToken(Client.TOKEN));
        door.open();
        client = new Client(door.port());
    }

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void aCommandReachesTheNodeThatIsMeant() throws Exception {
        flows.when(DepositMoney.class, arguments -> new SettledBalance("AB", 5));
        Reply reply = client.post("/v1/deposits", DEPOSIT);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body().path("balanceMinor").asLong()).isEqualTo(5);
        assertThat(flows.runs().get(0).node()).isEqualTo(LedgerNode.ISSUING_BODY);
        assertThat(flows.runs().get(0).arguments()).containsExactly("m1", "acme", 5L, "EUR", "ida", "paid");
    }

    @Test
    void aRefusalCarriesItsRule() throws Exception {
        flows.when(DepositMoney.class, arguments -> {
            throw new LedgerRefusal("ACCOUNT_EXISTS", "account 'acme'");
        });
        Reply reply = client.post("/v1/deposits", DEPOSIT);
        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.text("rule")).isEqualTo("ACCOUNT_EXISTS");
        assertThat(reply.text("type")).isEqualTo("urn:rec:problem:refused");
        assertThat(reply.text("title")).isEqualTo("The account that a command names exists.");
    }

    @Test
    void aMissingNodeMeansSendItAgain() throws Exception {
        flows.when(DepositMoney.class, arguments -> {
            throw new NodeUnavailable(LedgerNode.ISSUING_BODY, "is not connected", null);
        });
        Reply reply = client.post("/v1/deposits", DEPOSIT);
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.text("type")).isEqualTo("urn:rec:problem:node-unavailable");
    }

    @Test
    void nobodyWithoutTheTokenComesIn() throws Exception {
        assertThat(new Client(door.port(), "another-token-of-16")
                        .get("/v1/events")
                        .status())
                .isEqualTo(401);
        assertThat(flows.runs()).isEmpty();
    }

    @Test
    void badInputIsNamedByFieldAndValue() throws Exception {
        Reply reply = client.post("/v1/deposits", DEPOSIT.replace("5", "-5"));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("field")).isEqualTo("amountMinor");
        assertThat(reply.text("value")).isEqualTo("-5");
        assertThat(client.post("/v1/deposits", "{").text("field")).isEqualTo("body");
        assertThat(client.post("/v1/deposits", "[]").text("field")).isEqualTo("body");
        assertThat(client.get("/v1/events?limit=1001").text("field")).isEqualTo("limit");
        assertThat(client.get("/v1/events?node=elsewhere").text("field")).isEqualTo("node");
    }

    @Test
    void aBodyPastTheLimitIsTurnedAway() throws Exception {
        assertThat(client.post("/v1/deposits", "x".repeat(Door.BODY_BYTES_MAX + 1))
                        .status())
                .isEqualTo(413);
    }

    @Test
    void unknownPathsAndMethodsAreTold() throws Exception {
        assertThat(client.get("/v1/nothing").status()).isEqualTo(404);
        assertThat(client.get("/v1/deposits").status()).isEqualTo(405);
    }

    @Test
    void healthNeedsNoTokenAndNamesTheMissingNode() throws Exception {
        Reply reply = new Client(door.port(), "").get("/health");
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.body().toString()).contains("{\"name\":\"market\",\"status\":\"DOWN\"}");
    }

    @Test
    void theFeedWaitsForTheFirstEventAndTellsItsData() throws Exception {
        long start = System.nanoTime();
        flows.when(
                ReadLedgerEvents.class,
                arguments -> flows.runs().size() < 3
                        ? new LedgerEventPage(List.of(), 16)
                        : new LedgerEventPage(
                                List.of(new LedgerEvent(
                                        17,
                                        "AB",
                                        Instant.parse("2026-11-22T00:00:00Z"),
                                        "AccountOpened",
                                        "{\"accountId\":\"acme\"}")),
                                17));
        Reply reply = client.get("/v1/events?after=16&limit=10&waitMillis=5000");
        assertThat(reply.body().at("/events/0/data/accountId").asText()).isEqualTo("acme");
        assertThat(reply.body().path("last").asLong()).isEqualTo(17);
        assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(4_000);
    }
}
