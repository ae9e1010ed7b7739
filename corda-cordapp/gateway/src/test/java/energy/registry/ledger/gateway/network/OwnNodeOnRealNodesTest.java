package energy.registry.ledger.gateway.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.registry.ledger.flow.AcceptCertificates;
import energy.registry.ledger.flow.CertificateQuantity;
import energy.registry.ledger.flow.OfferCertificate;
import energy.registry.ledger.flow.OpenAccount;
import energy.registry.ledger.flow.ProposedTransfer;
import energy.registry.ledger.flow.PurchaseCertificates;
import energy.registry.ledger.flow.PurchasedCertificates;
import energy.registry.ledger.flow.ReadBalances;
import energy.registry.ledger.flow.RetireCertificates;
import energy.registry.ledger.flow.RetiredCertificates;
import energy.registry.ledger.flow.RetirementRequest;
import energy.registry.ledger.flow.TransferCertificates;
import energy.registry.ledger.gateway.fixture.Client;
import energy.registry.ledger.gateway.fixture.Client.Reply;
import energy.registry.ledger.gateway.fixture.Plant;
import energy.registry.ledger.gateway.http.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Five real nodes: an organisation with one of its own trades with those that the market hosts, by the same flows. */
@Tag("system")
@Tag("slow")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OwnNodeOnRealNodesTest {
    private static final Plant PLANT = new Plant("0001", "windpark-nord");
    private static final String CERTIFICATE = "WTG-0001:20261101T0000Z:0-700000";
    private static final String BOUGHT = "WTG-0001:20261101T0000Z:0-400000";

    /** The regulator's node hears of a transaction after the caller is answered. */
    private static final Duration HEARD_WITHIN = Duration.ofSeconds(30);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path data;

    private static RunningNetwork network;
    private static ParticipantNode own;
    private static Client client;

    @BeforeAll
    static void startEverything() throws Exception {
        NodeHome home = NodeHome.at(Path.of("target/corda-node"));
        network = new RunningNetwork(data, home);
        network.bootstrap();
        own = network.participant();
        own.prepare();
        for (CordaNode node : CordaNode.values()) {
            network.start(node);
        }
        network.startGateway();
        network.awaitHealthy();
        client = network.client();
        own.start();
        ok("/v1/accounts", account("windpark-nord", "generator"));
        ok("/v1/accounts", account("acme", "buyer"));
        ObjectNode device = command("d1").put("actor", "ida").put("reason", "approved");
        device.set("device", PLANT.device());
        ok("/v1/devices", device);
        String claim = Base64.getEncoder()
                .encodeToString(PLANT.claims(0, 1_000, 301_000, 701_000).encode());
        assertThat(ok("/v1/claims", Json.MAPPER.createObjectNode().put("claim", claim))
                        .text("certificateId"))
                .isEqualTo(CERTIFICATE);
        ok(
                "/v1/offers",
                command("o1")
                        .put("accountId", "windpark-nord")
                        .put("certificateId", CERTIFICATE)
                        .put("priceMinorPerMwh", 4_250)
                        .put("currency", "EUR")
                        .put("minLotWh", 1)
                        .put("validUntil", soon(Duration.ofDays(30)).toString()));
        own.awaitReady();
    }

    @AfterAll
    static void stopEverything() throws Exception {
        own.close();
        network.close();
    }

    @Test
    @Order(1)
    void itOpensItsAccountAtItsNodeAndGetsMoney() throws Exception {
        own.run(OpenAccount.class, "c1", "chemie", "Chemie SA", "FR", List.of("buyer", "generator"));
        ok(
                "/v1/deposits",
                command("m1")
                        .put("accountId", "chemie")
                        .put("amountMinor", 10_000)
                        .put("currency", "EUR")
                        .put("actor", "ida")
                        .put("reason", "bank"));
        assertThat(balance()).isEqualTo(10_000);
    }

    @Test
    @Order(2)
    void itBuysOfWhatAHostedSellerOffersAndTheSameRequestBuysOnce() throws Exception {
        PurchasedCertificates bought = buy("p1", 400_000);
        assertThat(bought.getTotalMinor()).isEqualTo(1_700);
        assertThat(bought.getCertificates().get(0).getCertificateId()).isEqualTo(BOUGHT);
        assertThat(buy("p1", 400_000).getTxId()).isEqualTo(bought.getTxId());
        assertThat(balance()).isEqualTo(8_300);
        heardByTheRegulator(bought.getTxId());
        assertThatThrownBy(() -> buy("p2", 400_000)).hasMessageContaining("QUANTITY_IS_POSITIVE");
    }

    @Test
    @Order(3)
    void itSendsToAHostedAccountAndTakesBack() throws Exception {
        ProposedTransfer sent = own.run(
                TransferCertificates.class,
                "t1",
                "chemie",
                List.of(new CertificateQuantity(BOUGHT, 100_000)),
                "acme",
                soon(Duration.ofHours(20)),
                "",
                "claire");
        heardByTheRegulator(sent.getTxId());
        ok(
                "/v1/transfers/" + sent.getTransferId() + "/accept",
                command("t2").put("accountId", "acme").put("actor", "bruno"));
        ObjectNode back = command("t3")
                .put("accountId", "acme")
                .put("receiver", "chemie")
                .put("until", soon(Duration.ofHours(20)).toString())
                .put("actor", "bruno");
        back.putArray("items").addObject().put("certificateId", "WTG-0001:20261101T0000Z:0-100000");
        String returned = ok("/v1/transfers", back).text("transferId");
        own.run(AcceptCertificates.class, "t4", "chemie", returned, "claire");
    }

    @Test
    @Order(4)
    void itSellsToAHostedBuyer() throws Exception {
        own.run(
                OfferCertificate.class,
                "o2",
                "chemie",
                new CertificateQuantity("WTG-0001:20261101T0000Z:0-100000", 0L),
                5_000L,
                "EUR",
                1L,
                soon(Duration.ofDays(30)));
        ok(
                "/v1/deposits",
                command("m2")
                        .put("accountId", "acme")
                        .put("amountMinor", 10_000)
                        .put("currency", "EUR")
                        .put("actor", "ida")
                        .put("reason", "bank"));
        ObjectNode purchase = command("p3")
                .put("accountId", "acme")
                .put("maxTotalMinor", 10_000)
                .put("currency", "EUR");
        purchase.putArray("items").addObject().put("certificateId", "WTG-0001:20261101T0000Z:0-100000");
        heardByTheRegulator(ok("/v1/purchases", purchase).text("txId"));
        assertThat(balance()).isEqualTo(8_300 + 500);
    }

    @Test
    @Order(5)
    void itRetiresAndItsStatementStandsAtTheRegulator() throws Exception {
        RetirementRequest request = new RetirementRequest(
                "Chemie SA",
                "FR-1",
                "FR",
                "Lyon",
                "Electricity use 2026",
                "VOLUNTARY",
                Instant.parse("2026-11-01T00:00:00Z"),
                Instant.parse("2026-12-01T00:00:00Z"),
                "",
                "");
        String left = "WTG-0001:20261101T0000Z:100000-400000";
        RetiredCertificates retired =
                own.run(RetireCertificates.class, "r1", "chemie", List.of(new CertificateQuantity(left, 0)), request);
        assertThat(retired.getQuantityWh()).isEqualTo(300_000);
        heardByTheRegulator(retired.getTxId());
        assertThat(client.get("/v1/certificates/" + left + "/provenance").text("statementNo"))
                .isEqualTo(retired.getStatementNo());
    }

    private static PurchasedCertificates buy(String requestId, long quantityWh) throws Exception {
        return own.run(
                PurchaseCertificates.class,
                requestId,
                "chemie",
                List.of(new CertificateQuantity(CERTIFICATE, quantityWh)),
                10_000L,
                "EUR");
    }

    private static long balance() throws Exception {
        return own.run(ReadBalances.class, "chemie").get(0).getAmountMinor();
    }

    private static void heardByTheRegulator(String txId) throws Exception {
        long end = System.nanoTime() + HEARD_WITHIN.toNanos();
        Reply told = client.get("/v1/transactions/" + txId);
        while (told.status() != 200 && System.nanoTime() < end) {
            Thread.sleep(500);
            told = client.get("/v1/transactions/" + txId);
        }
        assertThat(told.status()).as(told.body().toString()).isEqualTo(200);
        assertThat(told.text("txId")).isEqualTo(txId);
    }

    private static Instant soon(Duration distance) {
        return Instant.now().plus(distance).truncatedTo(ChronoUnit.SECONDS);
    }

    private static ObjectNode command(String requestId) {
        return Json.MAPPER.createObjectNode().put("requestId", requestId);
    }

    private static ObjectNode account(String id, String role) {
        ObjectNode account = command("open-" + id)
                .put("accountId", id)
                .put("name", "Name of " + id)
                .put("country", "DE");
        account.putArray("roles").add(role);
        return account;
    }

    private static Reply ok(String path, ObjectNode body) throws Exception {
        Reply reply = client.post(path, body);
        assertThat(reply.status()).as(path + " " + reply.body()).isBetween(200, 299);
        return reply;
    }
}
