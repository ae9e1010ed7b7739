package energy.registry.ledger.flow;

import static java.util.Arrays.asList;
import static java.util.Collections.singletonList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.registry.domain.certificate.CertificateBundle;
import energy.registry.domain.certificate.Retirement;
import energy.registry.domain.claim.SignedClaim;
import energy.registry.fixture.Plant;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.corda.core.concurrent.CordaFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** From an account to a retirement on four nodes, each step building on those before it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ThreadOfACertificateTest {
    private static final Plant PLANT = Plant.of("0001", "windpark-nord");
    private static final SignedClaim CLAIM =
            PLANT.says(0, 1_000, 301_000, 701_000).claim();
    private static final String CERTIFICATE = "WTG-0001:20261101T0000Z:0-700000";
    private static TestNetwork network;

    @BeforeAll
    static void startNodes() {
        network = new TestNetwork();
    }

    @AfterAll
    static void stopNodes() {
        network.close();
    }

    @Test
    @Order(1)
    void accountsAreOpenedOnce() throws LedgerRefusal {
        OpenedAccount first =
                network.onMarket(new OpenAccount("a1", "windpark-nord", "Windpark Nord", "DE", asList("generator")));
        OpenedAccount again =
                network.onMarket(new OpenAccount("a1", "windpark-nord", "Windpark Nord", "DE", asList("generator")));
        network.onMarket(new OpenAccount("a2", "acme", "Acme", "NL", asList("buyer")));

        assertThat(again.getTxId()).isEqualTo(first.getTxId());
        assertThat(again.getKey()).isEqualTo(first.getKey());
        assertRefused(
                "ACCOUNT_ID_IS_NEW",
                () -> network.onMarket(new OpenAccount("a3", "acme", "Acme again", "NL", asList("buyer"))));
        assertRefused(
                "ACCOUNT_IS_COMPLETE",
                () -> network.onMarket(new OpenAccount("a4", "nobody", "Nobody", "Netherlands", asList("buyer"))));
    }

    @Test
    @Order(2)
    void aMeterCannotLiveUnderTwoNames() throws LedgerRefusal {
        byte[] device = PLANT.device().encode();
        RegisteredDevice registered = network.onIssuingBody(new RegisterDevice("d1", "ida", "approved", device));

        assertThat(registered.getDeviceDigest())
                .isEqualTo(PLANT.device().digest().toString());
        assertThat(network.onIssuingBody(new RegisterDevice("d1", "ida", "approved", device))
                        .getTxId())
                .isEqualTo(registered.getTxId());
        byte[] renamed = PLANT.deviceBuilder()
                .deviceId("WTG-9999")
                .name("Other name")
                .build()
                .encode();
        assertRefused("DEVICE_IS_NEW", () -> network.onIssuingBody(new RegisterDevice("d2", "ida", "again", renamed)));
        network.onIssuingBody(new RegisterDevice(
                "d3",
                "ida",
                "approved",
                Plant.of("0002", "windpark-nord").device().encode()));
    }

    @Test
    @Order(3)
    void aClaimIsIssuedOnceAndABadOneDoesNotSinkItsBatch() throws LedgerRefusal {
        SignedClaim overlapping = PLANT.says(1, 301_000, 701_000, 801_000).claim();
        byte[] noClaim = {1, 2, 3};
        IssueOutcome batch = network.onIssuingBody(
                new IssueCertificates(asList(CLAIM.encode(), overlapping.encode(), noClaim, CLAIM.encode())));
        IssueOutcome again = network.onIssuingBody(new IssueCertificates(singletonList(CLAIM.encode())));

        ClaimOutcome issued = batch.getOutcomes().get(0);
        assertThat(issued.isIssued()).isTrue();
        assertThat(issued.getCertificateId()).isEqualTo(CERTIFICATE);
        assertThat(issued.getEnergyWh()).isEqualTo(700_000);
        assertThat(batch.getOutcomes().get(1).getRule()).isEqualTo("INTERVAL_NOT_YET_ISSUED");
        assertThat(batch.getOutcomes().get(2).getRule()).isEqualTo("CLAIM_IS_CANONICAL");
        assertThat(batch.getOutcomes().get(3).getTxId()).isEqualTo(issued.getTxId());
        assertThat(again.getOutcomes().get(0).getTxId()).isEqualTo(issued.getTxId());
        assertThat(again.getOutcomes().get(0).getCertificateId()).isEqualTo(CERTIFICATE);
    }

    @Test
    @Order(4)
    void moneyComesAndGoesByTheSettlementAgent() throws LedgerRefusal {
        DepositMoney deposit = new DepositMoney("m1", "acme", 100_000, "EUR", "ida", "bank transfer");
        assertThat(network.onIssuingBody(deposit).getBalanceMinor()).isEqualTo(100_000);
        assertThat(network.onIssuingBody(new DepositMoney("m1", "acme", 100_000, "EUR", "ida", "bank transfer"))
                        .getBalanceMinor())
                .isEqualTo(100_000);
        assertThat(network.onIssuingBody(new WithdrawMoney("m2", "acme", 1, "EUR", "ida", "paid out"))
                        .getBalanceMinor())
                .isEqualTo(99_999);
        assertRefused(
                "MONEY_IS_POSITIVE",
                () -> network.onIssuingBody(new WithdrawMoney("m3", "acme", 100_000, "EUR", "ida", "too much")));
    }

    @Test
    @Order(5)
    void aPurchaseDeliversAgainstPaymentAndLeavesTheRestOffered() throws LedgerRefusal {
        Instant until = Instant.now().plus(Duration.ofDays(30));
        OfferedCertificate offer = network.onMarket(new OfferCertificate(
                "o1", "windpark-nord", new CertificateQuantity(CERTIFICATE, 500_000), 4_250, "EUR", 100_000, until));
        assertThat(offer.getCertificateId()).isEqualTo("WTG-0001:20261101T0000Z:0-500000");
        assertRefused("LOT_IS_LARGE_ENOUGH", () -> network.onMarket(purchase("p0", offer.getCertificateId(), 1_000)));
        PurchasedCertificates bought = network.onMarket(purchase("p1", offer.getCertificateId(), 400_001));
        PurchasedCertificates again = network.onMarket(purchase("p1", offer.getCertificateId(), 400_001));

        // 400,001 Wh x 4,250 / 1,000,000 = 1,700.004..., rounded up.
        assertThat(bought.getTotalMinor()).isEqualTo(1_701);
        assertThat(bought.getCertificates().get(0).getCertificateId()).isEqualTo("WTG-0001:20261101T0000Z:0-400001");
        assertThat(again.getTxId()).isEqualTo(bought.getTxId());
        assertThat(again.getTotalMinor()).isEqualTo(1_701);
        assertThat(balance("acme")).isEqualTo(99_999 - 1_701);
        assertThat(balance("windpark-nord")).isEqualTo(1_701);
        assertRefused("CERTIFICATE_EXISTS", () -> network.onMarket(purchase("p2", offer.getCertificateId(), 0)));
        assertRefused("LOT_IS_LARGE_ENOUGH", () -> network.onMarket(purchase("p3", offer.getCertificateId(), 1)));
    }

    @Test
    @Order(6)
    void anOfferIsTakenBackByItsOwnerOnly() throws LedgerRefusal {
        String rest = "WTG-0001:20261101T0015Z:400001-500000";
        assertRefused("OWNER_HOLDS_CERTIFICATE", () -> network.onMarket(new CancelOffer("c1", "acme", rest)));
        assertThat(network.onMarket(new CancelOffer("c2", "windpark-nord", rest))
                        .getCertificateId())
                .isEqualTo(rest);
    }

    @Test
    @Order(7)
    void aRetirementIsFinal() throws LedgerRefusal {
        String bought = "WTG-0001:20261101T0000Z:0-400001";
        RetiredCertificates retired = network.onMarket(retire("r1", bought, 350_000));

        assertThat(retired.getStatementNo()).matches("RS(-[0-9A-HJKMNP-TV-Z]{4}){4}");
        assertThat(retired.getQuantityWh()).isEqualTo(350_000);
        assertThat(network.onMarket(retire("r1", bought, 350_000)).getStatementNo())
                .isEqualTo(retired.getStatementNo());
        assertRefused("CERTIFICATE_EXISTS", () -> network.onMarket(retire("r2", bought, 1)));
        network.onMarket(retire("r3", "WTG-0001:20261101T0015Z:350000-400001", 0));
    }

    @Test
    @Order(8)
    void theRegulatorsLogTellsEverythingInOrder() throws LedgerRefusal {
        List<LedgerEvent> events = new ArrayList<>();
        for (long after = 0; ; ) {
            LedgerEventPage page = network.onRegulator(new ReadLedgerEvents(after, 3));
            events.addAll(page.getEvents());
            if (page.getEvents().isEmpty()) {
                break;
            }
            after = page.getLast();
        }
        for (int i = 0; i < events.size(); i++) {
            assertThat(events.get(i).getSeq()).isEqualTo(i + 1);
        }
        assertThat(events.stream().map(LedgerEvent::getType).collect(Collectors.toList()))
                .containsExactly(
                        "AccountOpened",
                        "AccountOpened",
                        "DeviceRegistered",
                        "DeviceRegistered",
                        "CertificateChanged",
                        "BalanceChanged",
                        "BalanceChanged",
                        "CertificateConsumed",
                        "CertificateChanged",
                        "CertificateChanged",
                        "CertificateConsumed",
                        "CertificateChanged",
                        "CertificateChanged",
                        "TradeSettled",
                        "BalanceChanged",
                        "ProceedsReceived",
                        "CertificateConsumed",
                        "CertificateChanged",
                        "CertificateConsumed",
                        "CertificateChanged",
                        "CertificateRetired",
                        "CertificateConsumed",
                        "CertificateRetired");
        assertThat(events.get(4).getData())
                .contains(
                        "\"certificateId\":\"" + CERTIFICATE + "\"", "\"owner\":\"windpark-nord\"", "\"previous\":[]");
        assertThat(events.get(13).getData())
                .contains("\"seller\":\"windpark-nord\"", "\"buyer\":\"acme\"", "\"totalMinor\":1701");
    }

    @Test
    @Order(9)
    void aRetiredLineIsTracedToItsClaim() throws LedgerRefusal {
        String line = "WTG-0001:20261101T0000Z:0-350000";
        Provenance provenance = network.onRegulator(new ReadProvenance(line));

        assertThat(CertificateBundle.decode(provenance.getCertificate()).certificateId())
                .isEqualTo(line);
        assertThat(provenance.getClaim()).isEqualTo(CLAIM.encode());
        assertThat(provenance.getDevice()).isEqualTo(PLANT.device().encode());
        assertThat(provenance.getTransactions().stream()
                        .map(TransactionDetail::getCommands)
                        .collect(Collectors.toList()))
                .containsExactly(
                        singletonList("Issue"),
                        singletonList("Offer"),
                        singletonList("Purchase"),
                        singletonList("Retire"));
        assertThat(provenance.getStatementNo()).startsWith("RS-");
        assertThat(Retirement.decode(provenance.getRetirement()).lines().get(0).certificateId())
                .isEqualTo(line);
        assertRefused("CERTIFICATE_EXISTS", () -> network.onRegulator(new ReadProvenance("WTG-0001:nothing")));
    }

    @Test
    @Order(10)
    void twoBuyersOfTheSameWattHoursDoNotBothGetThem() throws LedgerRefusal {
        String rest = "WTG-0001:20261101T0015Z:400001-500000";
        Instant until = Instant.now().plus(Duration.ofDays(30));
        network.onMarket(
                new OfferCertificate("o9", "windpark-nord", new CertificateQuantity(rest, 0), 4_250, "EUR", 1, until));
        List<CordaFuture<PurchasedCertificates>> both =
                network.together(asList(purchase("race-1", rest, 0), purchase("race-2", rest, 0)));

        PurchasedCertificates won = TestNetwork.answer(both.get(0));
        assertThat(won.getCertificates().get(0).getCertificateId()).isEqualTo(rest);
        assertRefused("CERTIFICATE_IS_OFFERED", () -> TestNetwork.answer(both.get(1)));
    }

    @Test
    @Order(11)
    void tenBuyersShareOneOfferAndTheSellersMoneyIsJoinedByHisNextAct() throws LedgerRefusal {
        String offered = "WTG-0001:20261101T0015Z:500000-700000";
        Instant until = Instant.now().plus(Duration.ofDays(30));
        network.onMarket(new OfferCertificate(
                "o11", "windpark-nord", new CertificateQuantity(offered, 0), 4_250, "EUR", 1, until));
        long before = balance("windpark-nord");
        List<PurchaseCertificates> ten = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            ten.add(purchase("ten-" + i, offered, 15_000));
        }
        Set<String> bought = new HashSet<>();
        for (CordaFuture<PurchasedCertificates> one : network.together(ten)) {
            bought.add(TestNetwork.answer(one).getCertificates().get(0).getCertificateId());
        }

        // 15,000 Wh x 4,250 / 1,000,000 = 63.75, rounded up, ten times.
        assertThat(bought).hasSize(10);
        assertThat(balance("windpark-nord")).isEqualTo(before + 640);
        long joined = network.onMarket(new JoinProceeds("j11", "windpark-nord", "EUR"))
                .getBalanceMinor();
        assertThat(joined).isEqualTo(before + 640);
        assertThat(network.onMarket(new JoinProceeds("j11", "windpark-nord", "EUR"))
                        .getBalanceMinor())
                .isEqualTo(joined);
        assertRefused("STATES_ARE_EXPECTED", () -> network.onMarket(new JoinProceeds("j12", "windpark-nord", "EUR")));
        network.onMarket(purchase("p11", offered, 15_000));
        assertThat(network.onIssuingBody(new WithdrawMoney("w11", "windpark-nord", joined + 64, "EUR", "ida", "paid"))
                        .getBalanceMinor())
                .isZero();
    }

    private static PurchaseCertificates purchase(String requestId, String certificateId, long quantityWh) {
        return new PurchaseCertificates(
                requestId, "acme", singletonList(new CertificateQuantity(certificateId, quantityWh)), 10_000, "EUR");
    }

    private static RetireCertificates retire(String requestId, String certificateId, long quantityWh) {
        return new RetireCertificates(
                requestId,
                "acme",
                singletonList(new CertificateQuantity(certificateId, quantityWh)),
                new RetirementRequest(
                        "Acme B.V.",
                        "NL-1",
                        "NL",
                        "Amsterdam",
                        "Electricity use 2026",
                        "VOLUNTARY",
                        Instant.parse("2026-11-01T00:00:00Z"),
                        Instant.parse("2026-12-01T00:00:00Z"),
                        "",
                        ""));
    }

    private static long balance(String accountId) throws LedgerRefusal {
        return network.onMarket(new ReadBalances(accountId)).get(0).getAmountMinor();
    }

    private static void assertRefused(String rule, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(LedgerRefusal.class, refusal -> assertThat(refusal.getRule())
                .isEqualTo(rule));
    }
}
