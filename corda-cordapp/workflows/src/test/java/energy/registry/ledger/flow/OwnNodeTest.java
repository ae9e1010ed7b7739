package energy.registry.ledger.flow;

import static java.util.Arrays.asList;
import static java.util.Collections.singletonList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.registry.fixture.Plant;
import java.time.Duration;
import java.time.Instant;
import net.corda.testing.node.StartedMockNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** An organisation with a node of its own, which joined after the registry was founded, trades by the same flows. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OwnNodeTest {
    private static final Plant PLANT = Plant.of("0001", "windpark-nord");
    private static final String CERTIFICATE = "WTG-0001:20261101T0000Z:0-700000";
    private static final String BOUGHT = "WTG-0001:20261101T0000Z:0-400000";
    private static final Instant UNTIL = Instant.now().plus(Duration.ofDays(30));
    private static TestNetwork network;
    private static StartedMockNode own;

    @BeforeAll
    static void startNodes() throws LedgerRefusal {
        network = new TestNetwork();
        network.onMarket(new OpenAccount("a1", "windpark-nord", "Windpark Nord", "DE", asList("generator")));
        network.onMarket(new OpenAccount("a2", "acme", "Acme", "NL", asList("buyer")));
        network.onIssuingBody(
                new RegisterDevice("d1", "ida", "approved", PLANT.device().encode()));
        network.onIssuingBody(new IssueCertificates(
                singletonList(PLANT.says(0, 1_000, 301_000, 701_000).claim().encode())));
        network.onMarket(new OfferCertificate(
                "o1", "windpark-nord", new CertificateQuantity(CERTIFICATE, 0), 4_250, "EUR", 1, UNTIL));
        own = network.join("O=Chemie,L=Lyon,C=FR");
    }

    @AfterAll
    static void stopNodes() {
        network.close();
    }

    @Test
    @Order(1)
    void itOpensItsAccountAndGetsMoney() throws LedgerRefusal {
        network.on(own, new OpenAccount("c1", "chemie", "Chemie SA", "FR", asList("buyer", "generator")));
        assertThat(network.onIssuingBody(new DepositMoney("m1", "chemie", 10_000, "EUR", "ida", "bank"))
                        .getBalanceMinor())
                .isEqualTo(10_000);
        assertThat(balance()).isEqualTo(10_000);
    }

    @Test
    @Order(2)
    void itBuysAPartOfAnOfferThatItsVaultDoesNotHold() throws LedgerRefusal {
        PurchasedCertificates bought = network.on(own, purchase("p1", CERTIFICATE, 400_000));

        assertThat(bought.getTotalMinor()).isEqualTo(1_700);
        assertThat(bought.getCertificates().get(0).getCertificateId()).isEqualTo(BOUGHT);
        assertThat(network.on(own, purchase("p1", CERTIFICATE, 400_000)).getTxId())
                .isEqualTo(bought.getTxId());
        assertThat(balance()).isEqualTo(8_300);
        assertThat(network.onMarket(new ReadBalances("windpark-nord")).get(0).getAmountMinor())
                .isEqualTo(1_700);
        // What is left is sold on by the market as before, under the name that the whole had.
        assertThat(network.on(own, purchase("p2", CERTIFICATE, 100_000)).getTotalMinor())
                .isEqualTo(425);
    }

    @Test
    @Order(3)
    void whatIsNotOfferedToAllIsNotToldToIt() {
        assertRefused("CERTIFICATE_EXISTS", () -> network.on(own, purchase("p3", "WTG-0001:nothing", 1)));
        assertRefused("CERTIFICATE_EXISTS", () -> network.on(own, purchase("p4", CERTIFICATE, 0)));
    }

    @Test
    @Order(4)
    void itTransfersToAnAccountOfTheMarket() throws LedgerRefusal {
        ProposedTransfer sent = network.on(
                own,
                new TransferCertificates(
                        "t1",
                        "chemie",
                        singletonList(new CertificateQuantity(BOUGHT, 100_000)),
                        "acme",
                        TestNetwork.NOW.plus(Duration.ofHours(20)),
                        "",
                        "claire"));
        network.onMarket(new AcceptCertificates("t2", "acme", sent.getTransferId(), "bruno"));
        assertThat(network.ownerOnMarket("WTG-0001:20261101T0000Z:0-100000")).isEqualTo("acme");
    }

    @Test
    @Order(5)
    void itRetires() throws LedgerRefusal {
        String left = "WTG-0001:20261101T0000Z:100000-400000";
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
        RetiredCertificates retired = network.on(
                own, new RetireCertificates("r1", "chemie", singletonList(new CertificateQuantity(left, 0)), request));
        assertThat(retired.getQuantityWh()).isEqualTo(300_000);
        assertThat(network.onRegulator(new ReadProvenance(left)).getStatementNo())
                .isEqualTo(retired.getStatementNo());
    }

    @Test
    @Order(6)
    void itSellsToAnAccountOfTheMarket() throws LedgerRefusal {
        String own100 = "WTG-0001:20261101T0015Z:400000-500000";
        network.on(
                own, new OfferCertificate("o2", "chemie", new CertificateQuantity(own100, 0), 5_000, "EUR", 1, UNTIL));
        network.onIssuingBody(new DepositMoney("m2", "acme", 10_000, "EUR", "ida", "bank"));
        PurchasedCertificates sold = network.onMarket(new PurchaseCertificates(
                "p5", "acme", singletonList(new CertificateQuantity(own100, 0)), 10_000, "EUR"));
        assertThat(sold.getTotalMinor()).isEqualTo(500);
        assertThat(balance()).isEqualTo(8_300 - 425 + 500);
    }

    private static PurchaseCertificates purchase(String requestId, String certificateId, long quantityWh) {
        return new PurchaseCertificates(
                requestId, "chemie", singletonList(new CertificateQuantity(certificateId, quantityWh)), 10_000, "EUR");
    }

    private static long balance() throws LedgerRefusal {
        return network.on(own, new ReadBalances("chemie")).get(0).getAmountMinor();
    }

    private static void assertRefused(String rule, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(LedgerRefusal.class, refusal -> assertThat(refusal.getRule())
                .isEqualTo(rule));
    }
}
