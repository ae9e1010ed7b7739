package energy.registry.web.application.office;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.web.model.Actor;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.Refusal;
import energy.registry.web.model.Role;
import energy.registry.web.model.Window;
import energy.registry.web.model.office.CaseFile;
import energy.registry.web.model.office.CaseStatus;
import energy.registry.web.model.office.Neighbour;
import energy.registry.web.model.office.Remark;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From a blank form to a device on the ledger. */
final class RegisterDeviceTest {
    private static final Actor GRETA = new Actor("greta", "windpark-nord", Set.of(Role.GENERATOR));
    private static final Actor SAM = new Actor("sam", "solarfeld-sued", Set.of(Role.GENERATOR));
    private static final Actor IDA = new Actor("ida", "issuing-body", Set.of(Role.ISSUING_BODY));
    private static final Actor RITA = new Actor("rita", "regulator", Set.of(Role.REGULATOR));
    private static final byte[] PDF = "%PDF-1.7\n1 0 obj".getBytes(StandardCharsets.US_ASCII);
    private static final String REASON = "Papers and answers agree.";

    private final MemoryOffice office = new MemoryOffice();
    private final RegisterDevice register =
            new RegisterDevice(office.cases, office, office, office.journal, office.clock);
    private final KeepDocuments documents =
            new KeepDocuments(office.cases, office, new Counter()::next, office.journal, office.clock);
    private final ReviewDevice review = new ReviewDevice(office.cases, office, office, office.journal, office.clock);

    private static final class Counter {
        private int last;

        String next() {
            last++;
            return "id" + last;
        }
    }

    @Test
    void aWholeApplicationIsSubmittedApprovedAndRegistered() {
        String id = submitted();
        assertThat(office.messagesTo("issuing-body").items()).hasSize(1);
        Outcome<CaseFile> approved = review.decide(IDA, id, ReviewDevice.Ruling.APPROVE, REASON);
        assertThat(approved.whyNot()).isEmpty();
        assertThat(office.paths).containsExactly("LEDGER /v1/devices");
        @SuppressWarnings("unchecked")
        Map<String, Object> device = (Map<String, Object>) office.bodies.get(0).get("device");
        assertThat(device)
                .containsEntry("owner", "windpark-nord")
                .containsEntry("capacityW", 2_050_500L)
                .containsEntry("intervalSeconds", 900);
        assertThat(device.get("supportPeriods"))
                .isEqualTo(List.of(Map.of(
                        "scheme", "EEG",
                        "kind", "FEED_IN_PREMIUM",
                        "effect", "FLAG",
                        "start", "2019-05-01T00:00:00Z",
                        "end", "2039-05-01T00:00:00Z")));
        assertThat((Map<?, ?>) device.get("rotor")).hasSize(5);
        CaseFile done = register.find(GRETA, id).orElseThrow();
        assertThat(done.status()).isEqualTo(CaseStatus.APPROVED);
        assertThat(done.value("txId")).isEqualTo("tx1");
        assertThat(office.messagesTo("windpark-nord").items()).hasSize(1);
        assertThat(office.log).extracting("act").endsWith("DEVICE_SUBMITTED", "DEVICE_APPROVED");
    }

    @Test
    void aMeterThatCannotSignGetsTheAgentsKey() {
        String id = filled();
        Map<String, String> answers = WindApplication.answers();
        answers.put("signer", "AGENT");
        answers.put("meterKey", "");
        register.save(GRETA, id, DeviceStep.METERING, answers);
        register.save(GRETA, id, DeviceStep.METER, answers);
        assertThat(register.submit(GRETA, id).whyNot()).isEmpty();
        assertThat(review.decide(IDA, id, ReviewDevice.Ruling.APPROVE, REASON).whyNot())
                .isEmpty();
        assertThat(office.paths).containsExactly("METERS /v1/agents", "LEDGER /v1/devices");
        assertThat((Map<?, ?>) office.bodies.get(1).get("device"))
                .extracting("meterKey")
                .isEqualTo(office.agentKey);
    }

    @Test
    void theSameRequestOpensOneDraft() {
        assertThat(begin("r1").id())
                .isEqualTo(begin("r1").id())
                .isNotEqualTo(begin("r2").id());
    }

    @Test
    void whatWasTypedIsKeptEvenWhereItIsWrong() {
        String id = begin("r1").id();
        RegisterDevice.Saved saved = register.save(
                        GRETA,
                        id,
                        DeviceStep.METERING,
                        Map.of("meteringPointId", "123", "intervalSeconds", "900", "signer", "METER"))
                .result()
                .orElseThrow();
        assertThat(saved.remarks()).extracting(Remark::field).containsExactly("meteringPointId");
        assertThat(saved.remarks().get(0).text()).contains("“123”").contains("18 digits");
        assertThat(register.find(GRETA, id).orElseThrow().value("meteringPointId"))
                .isEqualTo("123");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "IDENTITY|deviceId|wtg 9|capital letters",
                "TECHNOLOGY|capacityKw|0|above 0",
                "TECHNOLOGY|capacityKw|1.2345|exact to the watt",
                "TECHNOLOGY|operationalSince|2030-01-01|future",
                "TECHNOLOGY|repoweredOn|2018-01-01|Repowering",
                "PLACE|zone|10Y1001A1001A82X|last character",
                "PLACE|latitude|91|between",
                "PLACE|country|XX|two letters",
                "METERING|meteringPointId|571313100000000013|last digit",
                "METER|meterKey|MIIB|public key",
                "METER|meterKey|-----BEGIN PRIVATE KEY-----|private key",
                "CAMERAS|cameraId1|''|Name",
                "CAMERAS|cameraKey1|''|without a key",
                "POWER|blades|0|1 to 12",
                "POWER|rpmMax|5|faster",
                "POWER|curve|6 0 60|2 to 128",
                "SUPPORT|supportUntil1|2018-01-01|before the first day",
                "SUPPORT|exclusive|''|Tick this",
            })
    void oneWrongAnswerIsNamedWithItsRemedy(DeviceStep step, String field, String value, String remedy) {
        Map<String, String> answers = WindApplication.answers();
        answers.put(field, value);
        List<Remark> remarks = DeviceChecks.check(step, answers, java.time.LocalDate.of(2026, 2, 1));
        assertThat(remarks).extracting(Remark::field).contains(field);
        assertThat(remarks)
                .filteredOn(remark -> remark.field().equals(field))
                .allSatisfy(remark -> assertThat(remark.text()).contains(remedy));
    }

    @Test
    void everyStepOfTheSampleIsRight() {
        for (DeviceStep step : DeviceStep.values()) {
            assertThat(DeviceChecks.check(step, WindApplication.answers(), java.time.LocalDate.of(2026, 2, 1)))
                    .as(step.name())
                    .isEmpty();
        }
    }

    @Test
    void nothingIncompleteIsSubmitted() {
        String id = begin("r1").id();
        Refusal refusal = register.submit(GRETA, id).whyNot().orElseThrow();
        assertThat(refusal.rule()).isEqualTo("APPLICATION_INCOMPLETE");
        assertThat(refusal.detail()).contains("Identity", "Documents");
    }

    @Test
    void aMeterThatIsRegisteredAlreadyIsNamed() {
        office.near.add(new Neighbour("WTG-0001", "Nordhang 1", "windpark-nord", "meterId", true));
        String id = filled();
        Refusal refusal = register.submit(GRETA, id).whyNot().orElseThrow();
        assertThat(refusal.detail()).contains("Meter");
        RegisterDevice.Saved saved = register.save(GRETA, id, DeviceStep.METER, WindApplication.answers())
                .result()
                .orElseThrow();
        assertThat(saved.remarks().get(0).text()).contains("WTG-0001").contains("meter exchange");
    }

    @Test
    void aReferredApplicationComesBackAndGoesAgain() {
        String id = submitted();
        assertThat(register.save(GRETA, id, DeviceStep.PLACE, Map.of())
                        .whyNot()
                        .orElseThrow()
                        .rule())
                .isEqualTo("APPLICATION_NOT_OPEN");
        assertThat(review.decide(IDA, id, ReviewDevice.Ruling.REFER, "short")
                        .whyNot()
                        .orElseThrow()
                        .field())
                .isEqualTo("reason");
        assertThat(review.decide(IDA, id, ReviewDevice.Ruling.REFER, "The diagram shows two meters.")
                        .isDone())
                .isTrue();
        assertThat(register.submit(GRETA, id).isDone()).isTrue();
        assertThat(office.paths).isEmpty();
    }

    @Test
    void aDeviceInThePlaceOfAnotherNeedsTheRegulator() {
        String id = submitted();
        office.near.add(new Neighbour("WTG-0001", "Nordhang 1", "windpark-nord", "place", false));
        assertThat(review.decide(IDA, id, ReviewDevice.Ruling.APPROVE, REASON)
                        .result()
                        .orElseThrow()
                        .status())
                .isEqualTo(CaseStatus.AWAITING_CONSENT);
        assertThat(review.consent(IDA, id, true, REASON).whyNot().orElseThrow().kind())
                .isEqualTo(Refusal.Kind.FORBIDDEN);
        assertThat(review.consent(RITA, id, true, "Two turbines on one hill, seen on the photo.")
                        .isDone())
                .isTrue();
        assertThat(office.paths).containsExactly("LEDGER /v1/approvals");
        assertThat(office.bodies.get(0)).containsEntry("act", "SHARED_LOCATION").containsEntry("subject", "WTG-0009");
        assertThat(review.decide(IDA, id, ReviewDevice.Ruling.APPROVE, REASON)
                        .result()
                        .orElseThrow()
                        .status())
                .isEqualTo(CaseStatus.APPROVED);
    }

    @Test
    void aRefusalOfTheLedgerLeavesTheApplicationWaiting() {
        String id = submitted();
        office.refusal = Refusal.conflict("DEVICE_IS_NEW", "A registered device shares the meter.");
        assertThat(review.decide(IDA, id, ReviewDevice.Ruling.APPROVE, REASON).isDone())
                .isFalse();
        assertThat(review.find(IDA, id).orElseThrow().status()).isEqualTo(CaseStatus.SUBMITTED);
    }

    @Test
    void aDraftIsNobodyElsesBusiness() {
        String id = filled();
        assertThat(register.find(SAM, id)).isEmpty();
        assertThat(review.find(IDA, id)).isEmpty();
        assertThat(documents.of(IDA, id)).isEmpty();
        assertThat(register.submit(SAM, id).whyNot().orElseThrow().kind()).isEqualTo(Refusal.Kind.NOT_FOUND);
        assertThat(register.begin(IDA, "r9").whyNot().orElseThrow().kind()).isEqualTo(Refusal.Kind.FORBIDDEN);
        assertThat(review.waiting(IDA, Window.first(10)).items()).isEmpty();
    }

    @Test
    void aFileIsWhatItsBytesSay() {
        String id = begin("r1").id();
        byte[] program = {'M', 'Z', 0, 0};
        assertThat(documents
                        .add(GRETA, id, "PHOTO", "photo.png", program)
                        .whyNot()
                        .orElseThrow()
                        .detail())
                .contains("PDF, PNG or JPEG");
        byte[] scripted = "%PDF-1.7 /JavaScript (app.alert)".getBytes(StandardCharsets.US_ASCII);
        assertThat(documents
                        .add(GRETA, id, "PHOTO", "a.pdf", scripted)
                        .whyNot()
                        .orElseThrow()
                        .detail())
                .contains("scripts");
        assertThat(documents
                        .add(GRETA, id, "EVIL", "a.pdf", PDF)
                        .whyNot()
                        .orElseThrow()
                        .field())
                .isEqualTo("purpose");
        assertThat(documents
                        .add(GRETA, id, "PHOTO", "..\\..\\x<y>.pdf", PDF)
                        .result()
                        .orElseThrow()
                        .name())
                .isEqualTo("x_y_.pdf");
        assertThat(documents.read(SAM, id, "id1").isDone()).isFalse();
    }

    private CaseFile begin(String requestId) {
        return register.begin(GRETA, requestId).result().orElseThrow();
    }

    private String filled() {
        String id = begin("r1").id();
        for (DeviceStep step : DeviceStep.values()) {
            register.save(GRETA, id, step, WindApplication.answers());
        }
        documents.add(GRETA, id, "OWNER_DECLARATION", "declaration.pdf", PDF);
        documents.add(GRETA, id, "SINGLE_LINE_DIAGRAM", "diagram.pdf", PDF);
        return id;
    }

    private String submitted() {
        String id = filled();
        assertThat(register.submit(GRETA, id).whyNot()).isEmpty();
        return id;
    }
}
