package energy.registry.ledger.flow;

import static java.util.Arrays.asList;
import static java.util.Collections.emptyList;
import static java.util.Collections.singletonList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.registry.domain.certificate.CertificateBundle;
import energy.registry.domain.claim.SignedClaim;
import energy.registry.domain.cursor.MeterCursor;
import energy.registry.domain.device.Technology;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.evidence.IntervalStatement;
import energy.registry.domain.evidence.Origin;
import energy.registry.domain.evidence.Quality;
import energy.registry.domain.evidence.Signatory;
import energy.registry.domain.evidence.SignedRecord;
import energy.registry.domain.exchange.ExchangeReceipt;
import energy.registry.domain.exchange.ReceiptKind;
import energy.registry.domain.identity.PlatformSignatures;
import energy.registry.fixture.Keypair;
import energy.registry.fixture.Plant;
import energy.registry.ledger.consent.Act;
import energy.registry.ledger.contract.TransferOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Pieces, transfers, freezes, withdrawals, corrections, reversals and expiries, each step building on those before. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RestOfALifeTest {
    private static final Plant PLANT = Plant.of("0001", "windpark-nord");
    private static final Plant OTHER = Plant.of("0002", "windpark-nord");
    private static final String DEVICE = "WTG-0001:20261101T0000Z:";
    private static final Instant MIDNIGHT = Instant.ofEpochSecond(Plant.MIDNIGHT);
    private static final SignedClaim OTHERS = OTHER.says(0, 0, 100_000, 300_000).claim();
    private static final SignedClaim THIRD = PLANT.says(2, 701_000, 801_000).claim();
    private static final Plant BATTERY = Plant.of("0300", "windpark-nord");
    private static final Plant FOREIGN = Plant.of("0007", "somebody");
    private static final String US = LedgerParties.ISSUING_BODY.toString();
    private static final Keypair NORDIC = Keypair.fresh();
    private static final Keypair CONSUMPTION = Keypair.fresh();
    private static TestNetwork network;
    private static String statementNo;

    @BeforeAll
    static void startNodes() throws LedgerRefusal {
        network = new TestNetwork();
        network.onMarket(new OpenAccount("a1", "windpark-nord", "Windpark Nord", "DE", asList("generator")));
        network.onMarket(new OpenAccount("a2", "acme", "Acme", "NL", asList("buyer")));
        for (Plant plant : asList(PLANT, OTHER)) {
            byte[] device = plant.device().encode();
            network.onIssuingBody(new RegisterDevice("d-" + plant.deviceId(), "ida", "approved", device));
        }
        assertThat(issue(PLANT.says(0, 1_000, 301_000, 701_000).claim()).getCertificateId())
                .isEqualTo(DEVICE + "0-700000");
        assertThat(issue(OTHERS).isIssued()).isTrue();
        network.onIssuingBody(new DepositMoney("m1", "acme", 100_000, "EUR", "ida", "bank transfer"));
    }

    @AfterAll
    static void stopNodes() {
        network.close();
    }

    private static ClaimOutcome issue(SignedClaim claim) throws LedgerRefusal {
        return network.onIssuingBody(new IssueCertificates(singletonList(claim.encode())))
                .getOutcomes()
                .get(0);
    }

    @Test
    @Order(1)
    void aPieceFromTheMiddleIsOfferedAndAPieceOfItIsBought() throws LedgerRefusal {
        OfferedCertificate offer = network.onMarket(new OfferCertificate(
                "o1",
                "windpark-nord",
                new CertificateQuantity(DEVICE + "0-700000", 300_000, 300_000),
                4_000,
                "EUR",
                1,
                TestNetwork.NOW.plus(Duration.ofDays(1))));
        assertThat(offer.getCertificateId()).isEqualTo("WTG-0001:20261101T0015Z:300000-600000");
        PurchasedCertificates bought = network.onMarket(new PurchaseCertificates(
                "p1",
                "acme",
                singletonList(new CertificateQuantity(offer.getCertificateId(), 100_000, 400_000)),
                400,
                "EUR"));
        assertThat(bought.getTotalMinor()).isEqualTo(400);
        assertThat(bought.getCertificates().get(0).getCertificateId())
                .isEqualTo("WTG-0001:20261101T0015Z:400000-500000");
    }

    @Test
    @Order(2)
    void piecesThatFollowEachOtherAreMerged() throws LedgerRefusal {
        network.onMarket(new CancelOffer("c1", "windpark-nord", "WTG-0001:20261101T0015Z:300000-400000"));
        MergeCertificates merge = new MergeCertificates(
                "g1", "windpark-nord", asList("WTG-0001:20261101T0015Z:300000-400000", DEVICE + "0-300000"));
        MergedCertificate merged = network.onMarket(merge);
        assertThat(merged.getCertificateId()).isEqualTo(DEVICE + "0-400000");
        assertRefused(
                "PIECES_ARE_ADJACENT",
                () -> network.onMarket(new MergeCertificates(
                        "g2", "windpark-nord", asList(DEVICE + "0-400000", "WTG-0001:20261101T0015Z:600000-700000"))));
    }

    @Test
    @Order(3)
    void aTransferIsRecalledRejectedAndAccepted() throws LedgerRefusal {
        String piece = DEVICE + "0-400000";
        ProposedTransfer first = network.onMarket(transfer("t1", piece));
        assertThat(network.onMarket(transfer("t1", piece)).getTransferId()).isEqualTo(first.getTransferId());
        assertThat(first.getTransferId()).matches("TR(-[0-9A-HJKMNP-TV-Z]{4}){4}");
        assertThat(first.getQuantityWh()).isEqualTo(100_000);
        String transferId = first.getTransferId();
        assertRefused(
                "REQUIRED_KEYS_SIGN",
                () -> network.onMarket(new AcceptCertificates("t2", "windpark-nord", transferId, "greta")));
        assertRefused(
                "TRANSFER_HAS_LAPSED", () -> network.onMarket(end("t3", "acme", transferId, TransferOutcome.LAPSED)));
        network.onMarket(end("t4", "windpark-nord", transferId, TransferOutcome.RECALLED));
        assertRefused(
                "CERTIFICATE_IS_PENDING",
                () -> network.onMarket(new AcceptCertificates("t5", "acme", transferId, "bruno")));
        ProposedTransfer second = network.onMarket(transfer("t6", DEVICE + "0-100000"));
        network.onMarket(end("t7", "acme", second.getTransferId(), TransferOutcome.REJECTED));
        ProposedTransfer third = network.onMarket(transfer("t8", DEVICE + "0-100000"));
        String accepted = network.onMarket(new AcceptCertificates("t9", "acme", third.getTransferId(), "bruno"));
        assertThat(network.onMarket(new AcceptCertificates("t9", "acme", third.getTransferId(), "bruno")))
                .isEqualTo(accepted);
    }

    private static TransferCertificates transfer(String requestId, String certificateId) {
        return transfer(requestId, certificateId, 100_000);
    }

    private static TransferCertificates transfer(String requestId, String certificateId, long quantityWh) {
        return new TransferCertificates(
                requestId,
                "windpark-nord",
                singletonList(new CertificateQuantity(certificateId, quantityWh)),
                "acme",
                TestNetwork.NOW.plus(Duration.ofHours(71)),
                "invoice 7",
                "greta");
    }

    private static ReturnCertificates end(String requestId, String account, String id, TransferOutcome outcome) {
        return new ReturnCertificates(requestId, account, id, outcome, "greta", "");
    }

    @Test
    @Order(4)
    void whatIsFrozenNeitherMovesNorIsIssued() throws LedgerRefusal {
        FreezeOnLedger freeze =
                new FreezeOnLedger("f1", "DEVICE", "WTG-0001", "C-1", "rita", "suspicion", FlowArguments.NO_TIME);
        FrozenSubject frozen = network.onRegulator(freeze);
        assertThat(network.onMarket(new ReadFreezes()).get(0).getFreezeId()).isEqualTo(frozen.getFreezeId());
        assertRefused("SUBJECT_IS_NOT_FROZEN", () -> network.onMarket(retire("r0", DEVICE + "0-100000")));
        ClaimOutcome refused = issue(THIRD);
        assertThat(refused.getRule()).isEqualTo("SUBJECT_IS_NOT_FROZEN");
        assertRefused(
                "REQUIRED_KEYS_SIGN",
                () -> network.onIssuingBody(new LiftOnLedger("f2", frozen.getFreezeId(), "ida", "mine?")));
        network.onRegulator(new LiftOnLedger("f3", frozen.getFreezeId(), "rita", "cleared"));
        assertThat(issue(THIRD).isIssued()).isTrue();

        FrozenSubject account = network.onIssuingBody(
                new FreezeOnLedger("f4", "ACCOUNT", "acme", "C-2", "ida", "unpaid", FlowArguments.NO_TIME));
        assertRefused(
                "SUBJECT_IS_NOT_FROZEN",
                () -> network.onIssuingBody(new WithdrawMoney("m9", "acme", 1, "EUR", "ida", "paid out")));
        assertRefused("SUBJECT_IS_NOT_FROZEN", () -> network.onMarket(retire("r0", DEVICE + "0-100000")));
        network.onIssuingBody(new LiftOnLedger("f5", account.getFreezeId(), "ida", "paid"));
        assertThat(network.onMarket(new ReadFreezes())).isEmpty();
    }

    @Test
    @Order(5)
    void aFreshRetirementIsReversedWithTheRegulatorsApproval() throws LedgerRefusal {
        statementNo = network.onMarket(retire("r1", DEVICE + "0-100000")).getStatementNo();
        assertRefused("APPROVAL_IS_GIVEN", () -> network.onMarket(reverse("v1")));
        approve("ap1", Act.REVERSE_RETIREMENT, statementNo);
        String txId = network.onMarket(reverse("v2"));
        assertThat(network.onMarket(reverse("v2"))).isEqualTo(txId);
        assertRefused("CERTIFICATE_EXISTS", () -> network.onMarket(reverse("v3")));
        assertThat(network.onMarket(retire("r2", DEVICE + "0-100000")).getStatementNo())
                .isNotEqualTo(statementNo);
        Provenance provenance = network.onRegulator(new ReadProvenance(DEVICE + "0-100000"));
        assertThat(provenance.getTransactions().stream()
                        .flatMap(transaction -> transaction.getCommands().stream())
                        .collect(Collectors.toList()))
                .startsWith("Issue")
                .contains("ReverseRetirement");
    }

    private static ReverseRetiredCertificates reverse(String requestId) {
        return new ReverseRetiredCertificates(requestId, "acme", statementNo, "bruno", "wrong beneficiary", "T-1");
    }

    private static void approve(String requestId, Act act, String subject) throws LedgerRefusal {
        assertThat(network.onRegulator(new GiveApproval(
                        requestId, act, subject, "rita", "agreed", TestNetwork.NOW.plus(Duration.ofHours(1)))))
                .startsWith("AP-");
    }

    @Test
    @Order(6)
    void timeWhoseEnergyIsAllThereIsOpenedAgain() throws LedgerRefusal {
        WithdrawnTime withdrawn = network.onIssuingBody(withdraw("w1", OTHER, 1, 2));
        assertThat(withdrawn.getWithdrawnWh()).isEqualTo(200_000);
        assertThat(withdrawn.getDebtWh()).isZero();
        assertThat(withdrawn.isReopened()).isTrue();
        assertThat(network.onIssuingBody(withdraw("w1", OTHER, 1, 2)).getTxId()).isEqualTo(withdrawn.getTxId());
        assertRefused("CERTIFICATE_EXISTS", () -> network.onIssuingBody(withdraw("w2", OTHER, 1, 2)));
        ClaimOutcome again =
                issue(OTHER.says(1, 100_000, 300_000).sequence(2).after(OTHERS).claim());
        assertThat(again.getCertificateId()).isEqualTo("WTG-0002:20261101T0015Z:300000-500000");
    }

    @Test
    @Order(7)
    void whereAnOwnerChangedTheRegulatorApprovesAndWhatIsRetiredIsDebt() throws LedgerRefusal {
        assertRefused("APPROVAL_IS_GIVEN", () -> network.onIssuingBody(withdraw("w3", PLANT, 0, 2)));
        approve("ap2", Act.WITHDRAW, "MTR-0001:2026-11-01T00:00:00Z/2026-11-01T00:30:00Z");
        WithdrawnTime withdrawn = network.onIssuingBody(withdraw("w4", PLANT, 0, 2));
        assertThat(withdrawn.getWithdrawnWh()).isEqualTo(600_000);
        assertThat(withdrawn.getDebtWh()).isEqualTo(100_000);
        assertThat(withdrawn.isReopened()).isFalse();
    }

    private static WithdrawMeterTime withdraw(String requestId, Plant plant, int fromQuarter, int toQuarter) {
        return new WithdrawMeterTime(
                requestId,
                "ida",
                "wrong factor",
                "C-3",
                plant.meterId(),
                MIDNIGHT.plusSeconds((long) fromQuarter * Plant.QUARTER),
                MIDNIGHT.plusSeconds((long) toQuarter * Plant.QUARTER));
    }

    @Test
    @Order(8)
    void aCorrectionIsPaidOffByTheNextClaims() throws LedgerRefusal {
        CorrectMeter correct =
                new CorrectMeter("k1", "ida", "audit", "MTR-0001", MIDNIGHT, MIDNIGHT.plusSeconds(900), 50_000);
        assertThat(network.onIssuingBody(correct).getDebtWh()).isEqualTo(150_000);
        assertThat(issue(PLANT.says(3, 801_000, 1_001_000).after(THIRD).claim()).getEnergyWh())
                .isEqualTo(50_000);
    }

    @Test
    @Order(9)
    void nothingExpiresBeforeItsEnd() {
        assertRefused(
                "CERTIFICATE_IS_EXPIRED", () -> network.onRegulator(new ExpireOldCertificates("e1", emptyList(), 10)));
        assertRefused(
                "CERTIFICATE_IS_EXPIRED",
                () -> network.onRegulator(
                        new ExpireOldCertificates("e2", singletonList("WTG-0002:20261101T0015Z:300000-500000"), 10)));
    }

    @Test
    @Order(10)
    void anExportEndsByTheOtherRegistrysReceiptAndAnImportComesInOnce() throws LedgerRefusal {
        byte[] key = NORDIC.key().encoded();
        assertRefused("APPROVAL_IS_GIVEN", () -> network.onIssuingBody(enter("n1", key)));
        approve("ap3", Act.ENTER_REGISTRY, "NORDIC");
        network.onIssuingBody(enter("n2", key));
        PendingExport refused = network.onMarket(export("x1", "WTG-0002:20261101T0015Z:300000-500000"));
        network.onIssuingBody(new EndExportOfCertificates(
                "x2", refused.getExportId(), false, "ida", receipt(ReceiptKind.REFUSED, refused)));
        PendingExport gone = network.onMarket(export("x3", "WTG-0002:20261101T0015Z:300000-400000"));
        byte[] accepted = receipt(ReceiptKind.ACCEPTED, gone);
        network.onIssuingBody(new EndExportOfCertificates("x4", gone.getExportId(), true, "ida", accepted));
        assertRefused(
                "EXPORT_IS_PENDING",
                () -> network.onIssuingBody(
                        new EndExportOfCertificates("x5", gone.getExportId(), true, "ida", accepted)));

        ImportedCertificates imported =
                network.onIssuingBody(new ImportCertificates("i1", "acme", "ida", "in", gift()));
        assertThat(imported.getCertificateIds()).containsExactly("NORDIC~WTG-7:20261101T0000Z:0-300");
        assertRefused(
                "IMPORT_IS_NEW",
                () -> network.onIssuingBody(new ImportCertificates("i2", "acme", "ida", "again", gift())));
        network.onMarket(retire("r9", imported.getCertificateIds().get(0)));
    }

    private static EnterForeignRegistry enter(String requestId, byte[] key) {
        return new EnterForeignRegistry(requestId, "NORDIC", key, "ida", "contract of 2026");
    }

    private static ExportCertificates export(String requestId, String certificateId) {
        return new ExportCertificates(
                requestId,
                "windpark-nord",
                singletonList(new CertificateQuantity(certificateId, 100_000)),
                "NORDIC",
                "ACC-1",
                "greta");
    }

    private static byte[] receipt(ReceiptKind kind, PendingExport pending) {
        List<CertificateBundle> lines =
                pending.getLines().stream().map(CertificateBundle::decode).collect(Collectors.toList());
        return signed(new ExchangeReceipt(kind, "NORDIC", US, pending.getExportId(), "ACC-1", lines));
    }

    private static byte[] gift() {
        String device = "NORDIC~WTG-7";
        CertificateBundle line = MeterCursor.fresh(
                        FOREIGN.deviceBuilder().deviceId(device).build(),
                        FOREIGN.device().meterKey())
                .accept(
                        FOREIGN.says(0, 0, 100, 300).deviceId(device).claim(),
                        new PlatformSignatures(),
                        "NORDIC",
                        Plant.MIDNIGHT + 86_400)
                .bundle()
                .get();
        return signed(new ExchangeReceipt(ReceiptKind.GIVEN, "NORDIC", US, "OUT-1", "acme", singletonList(line)));
    }

    private static byte[] signed(ExchangeReceipt receipt) {
        return new SignedRecord(receipt.encode(), NORDIC.sign(receipt.encode())).encode();
    }

    @Test
    @Order(11)
    void consumptionIsClaimedOnceAndOnlyAsFarAsItWasMetered() throws LedgerRefusal {
        network.onIssuingBody(openPoint("cp1"));
        assertRefused("CONSUMPTION_POINT_IS_NEW", () -> network.onIssuingBody(openPoint("cp2")));
        byte[] device = Plant.of("0003", "windpark-nord").device().encode();
        network.onIssuingBody(new RegisterDevice("d-after-point", "ida", "approved", device));
        assertThat(issue(OTHER.says(2, 300_000, 350_000).claim()).isIssued()).isTrue();
        String certificate = "WTG-0002:20261101T0030Z:500000-550000";
        assertRefused(
                "RETIREMENT_FITS_CONSUMPTION", () -> network.onMarket(against("rc1", certificate, consumed(39_999))));
        RetiredCertificates retired = network.onMarket(against("rc2", certificate, consumed(45_000)));
        assertThat(retired.getQuantityWh()).isEqualTo(40_000);
        assertThat(network.onMarket(against("rc2", certificate, consumed(45_000)))
                        .getStatementNo())
                .isEqualTo(retired.getStatementNo());
        assertRefused(
                "CONSUMPTION_NOT_YET_CLAIMED",
                () -> network.onMarket(against("rc3", "WTG-0002:20261101T0030Z:540000-550000", consumed(45_000))));
    }

    private static OpenPointOfConsumption openPoint(String requestId) {
        return new OpenPointOfConsumption(
                requestId,
                "ida",
                "connected",
                "windpark-nord",
                "DE-POINT-1",
                "MTR-C1",
                CONSUMPTION.key().encoded(),
                Plant.QUARTER,
                MIDNIGHT);
    }

    /** What the point used in the third quarter of an hour. */
    private static byte[] consumed(long wattHours) {
        byte[] statement = new IntervalStatement(
                        "MTR-C1",
                        0,
                        0,
                        Plant.MIDNIGHT + 2 * Plant.QUARTER,
                        Plant.QUARTER,
                        new long[] {7_000, 7_000 + wattHours},
                        Quality.MEASURED,
                        Signatory.METER,
                        Origin.LIVE,
                        0,
                        Digest.sha(),
                        Digest.ZERO)
                .encode();
        return new SignedRecord(statement, CONSUMPTION.sign(statement)).encode();
    }

    private static RetireAgainstConsumption against(String requestId, String certificateId, byte[] consumption) {
        return new RetireAgainstConsumption(
                requestId,
                "windpark-nord",
                singletonList(new CertificateQuantity(certificateId, requestId.equals("rc3") ? 0 : 40_000)),
                beneficiary(),
                "DE-POINT-1",
                consumption);
    }

    @Test
    @Order(12)
    void aStorageGivesBackWhatItWasChargedWithTimesItsEfficiency() throws LedgerRefusal {
        byte[] unit =
                BATTERY.deviceBuilder().technology(Technology.STORAGE).build().encode();
        network.onIssuingBody(new RegisterDevice("d-battery", "ida", "approved", unit));
        assertRefused(
                "STORAGE_IS_COMPLETE",
                () -> network.onIssuingBody(new OpenStorageAccount("so1", "WTG-0002", 900_000, "ida", "approved")));
        network.onIssuingBody(new OpenStorageAccount("so2", "WTG-0300", 900_000, "ida", "approved"));
        CertificateQuantity rest = new CertificateQuantity("WTG-0002:20261101T0030Z:540000-550000", 0);
        String charged =
                network.onMarket(new ChargeStorage("sc1", "windpark-nord", singletonList(rest), "WTG-0300", "greta"));
        assertThat(network.onMarket(
                        new ChargeStorage("sc1", "windpark-nord", singletonList(rest), "WTG-0300", "greta")))
                .isEqualTo(charged);
        assertRefused(
                "DISCHARGE_IS_COVERED",
                () -> network.onIssuingBody(new DischargeStorage(
                        "sd1", BATTERY.says(0, 0, 9_001).claim().encode())));
        assertThat(issue(BATTERY.says(0, 0, 9_000).claim()).getRule()).isEqualTo("STORED_ENERGY_IS_DISCHARGED");
        network.onIssuingBody(
                new DischargeStorage("sd2", BATTERY.says(0, 0, 9_000).claim().encode()));
        network.onMarket(transfer("t30", "WTG-0300:20261101T0000Z:0-9000", 9_000));
    }

    @Test
    @Order(13)
    void theRegulatorsLogTellsOfAllOfIt() throws LedgerRefusal {
        List<LedgerEvent> events =
                network.onRegulator(new ReadLedgerEvents(0, 1_000)).getEvents();
        List<String> types =
                events.stream().map(LedgerEvent::getType).distinct().collect(Collectors.toList());
        assertThat(types)
                .contains(
                        "TransferProposed",
                        "TransferEnded",
                        "Frozen",
                        "Unfrozen",
                        "RetirementReversed",
                        "CertificateWithdrawn",
                        "DebtRaised",
                        "ExportEnded",
                        "CertificateExported",
                        "CertificateImported");
        assertThat(data(events, "TransferEnded")).contains("\"outcome\":\"RECALLED\"", "\"outcome\":\"ACCEPTED\"");
        assertThat(data(events, "RetirementReversed")).contains("\"statementNo\":\"" + statementNo + "\"");
        assertThat(data(events, "DebtRaised")).contains("\"totalDebtWh\":150000");
        assertThat(data(events, "CertificateWithdrawn"))
                .contains("\"owner\":\"acme\"", "\"caseNo\":\"C-3\"")
                .contains("\"from\":\"2026-11-01T00:15:00Z\",\"until\":\"2026-11-01T00:30:00Z\",\"reopened\":true")
                .contains("\"until\":\"2026-11-01T00:30:00Z\",\"reopened\":false");
        assertThat(data(events, "StorageCharged")).contains("\"quantityWh\":10000");
        assertThat(data(events, "StorageDischarged"))
                .contains("\"quantityWh\":9000", "\"lostWh\":1000", "\"storedWh\":0");
    }

    @Test
    @Order(14)
    void whatIsOverExpiresAndAForgottenTransferLapses() throws LedgerRefusal {
        String piece = "WTG-0002:20261101T0015Z:400000-500000";
        String transferId = network.onMarket(transfer("t20", piece)).getTransferId();
        network.turnClocks(TestNetwork.NOW.plus(Duration.ofHours(72)));
        network.onMarket(end("t21", "acme", transferId, TransferOutcome.LAPSED));
        network.turnClocks(TestNetwork.NOW.plus(Duration.ofDays(600)));
        ExpiredCertificates expired = network.onRegulator(new ExpireOldCertificates("e3", emptyList(), 64));
        assertThat(expired.getExpired()).isPositive();
        assertRefused("CERTIFICATE_EXISTS", () -> network.onMarket(transfer("t22", piece)));
    }

    private static String data(List<LedgerEvent> events, String type) {
        return events.stream()
                .filter(event -> event.getType().equals(type))
                .map(LedgerEvent::getData)
                .collect(Collectors.joining("\n"));
    }

    private static RetireCertificates retire(String requestId, String certificateId) {
        return new RetireCertificates(
                requestId, "acme", singletonList(new CertificateQuantity(certificateId, 0)), beneficiary());
    }

    private static RetirementRequest beneficiary() {
        return new RetirementRequest(
                "Acme B.V.",
                "NL-1",
                "NL",
                "Amsterdam",
                "Electricity use 2026",
                "VOLUNTARY",
                MIDNIGHT,
                MIDNIGHT.plus(Duration.ofDays(30)),
                "",
                "");
    }

    private static void assertRefused(String rule, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(LedgerRefusal.class, refusal -> assertThat(refusal.getRule())
                .isEqualTo(rule));
    }
}
