package energy.registry.domain.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.domain.certificate.Allocation;
import energy.registry.domain.certificate.Beneficiary;
import energy.registry.domain.certificate.CertificateBundle;
import energy.registry.domain.certificate.CertificateEnd;
import energy.registry.domain.certificate.DeviceAttributes;
import energy.registry.domain.certificate.EndKind;
import energy.registry.domain.certificate.IssuanceRecord;
import energy.registry.domain.certificate.MainReason;
import energy.registry.domain.certificate.Retirement;
import energy.registry.domain.certificate.RetirementPurpose;
import energy.registry.domain.claim.CameraFinding;
import energy.registry.domain.claim.GenerationClaim;
import energy.registry.domain.claim.SignedClaim;
import energy.registry.domain.consumption.ConsumptionPoint;
import energy.registry.domain.control.Authority;
import energy.registry.domain.control.Freeze;
import energy.registry.domain.control.FrozenKind;
import energy.registry.domain.device.Camera;
import energy.registry.domain.device.CameraPolicy;
import energy.registry.domain.device.CurvePoint;
import energy.registry.domain.device.Deregistration;
import energy.registry.domain.device.DeviceProfile;
import energy.registry.domain.device.DeviceStanding;
import energy.registry.domain.device.Label;
import energy.registry.domain.device.Measurement;
import energy.registry.domain.device.MeterRole;
import energy.registry.domain.device.OtherMeter;
import energy.registry.domain.device.OtherRegistration;
import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.device.Rotor;
import energy.registry.domain.device.SupportEffect;
import energy.registry.domain.device.SupportKind;
import energy.registry.domain.device.SupportPeriod;
import energy.registry.domain.device.Technology;
import energy.registry.domain.energy.ProductionPeriod;
import energy.registry.domain.energy.WattHours;
import energy.registry.domain.evidence.ClipCapture;
import energy.registry.domain.evidence.IntervalStatement;
import energy.registry.domain.evidence.Origin;
import energy.registry.domain.evidence.Quality;
import energy.registry.domain.evidence.Reading;
import energy.registry.domain.evidence.RotorState;
import energy.registry.domain.evidence.Signatory;
import energy.registry.domain.evidence.SignedRecord;
import energy.registry.domain.evidence.VisionVerdict;
import energy.registry.domain.exchange.ExchangeReceipt;
import energy.registry.domain.exchange.ReceiptKind;
import energy.registry.domain.identity.KeySignature;
import energy.registry.domain.identity.SigningKey;
import energy.registry.domain.storage.StorageAccount;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every field of every record, after its bytes were written and read back, against the value it was made with. */
class WhatIsWrittenIsToldTest {
    /** 2026-01-01T00:00:00Z. */
    private static final long START = 1_767_225_600L;

    private static final long DAY = 86_400;
    private static final Digest ONE = Digest.sha(new byte[] {1});
    private static final Digest TWO = Digest.sha(new byte[] {2});
    private static final Digest THREE = Digest.sha(new byte[] {3});

    /** What is reckoned from the record as a whole, or tells how it stands. */
    private static final Set<String> DERIVED =
            Set.of("encode", "hashCode", "toString", "toBuilder", "isComplete", "isFull", "isMonotonic", "isOpen");

    private static SigningKey key(int number) {
        return SigningKey.of(new byte[] {(byte) number});
    }

    private static SignedRecord signed(byte[] record) {
        return new SignedRecord(record, new KeySignature(key(9).id(), new byte[] {7}));
    }

    /**
     * The record's public accessors give exactly these values, and there are no others.
     *
     * @param plain name and value of those that are written as they are
     * @param others name and value of the rest by turns
     */
    private static void tells(Object record, String plain, Object... others) {
        TreeMap<String, Object> expected = new TreeMap<>();
        for (String one : plain.split(" \\| ")) {
            if (!one.isEmpty()) {
                expected.put(one.substring(0, one.indexOf('=')), one.substring(one.indexOf('=') + 1));
            }
        }
        for (int i = 0; i < others.length; i += 2) {
            expected.put((String) others[i], plain(others[i + 1]));
        }
        TreeMap<String, Object> told = new TreeMap<>();
        for (Method method : record.getClass().getDeclaredMethods()) {
            boolean accessor = Modifier.isPublic(method.getModifiers())
                    && !Modifier.isStatic(method.getModifiers())
                    && method.getParameterCount() == 0
                    && !DERIVED.contains(method.getName());
            if (accessor) {
                told.put(method.getName(), plain(call(record, method)));
            }
        }
        assertThat(told).as(record.getClass().getSimpleName()).isEqualTo(expected);
    }

    private static Object call(Object record, Method accessor) {
        try {
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(accessor.toString(), e);
        }
    }

    /** Bytes in place of records that have no equality of their own, and lists in place of arrays. */
    private static Object plain(Object value) {
        if (value instanceof byte[]) {
            return Hex.encode((byte[]) value);
        }
        if (value instanceof long[]) {
            return Arrays.toString((long[]) value);
        }
        if (value instanceof List) {
            return ((List<?>) value)
                    .stream().map(WhatIsWrittenIsToldTest::plain).collect(Collectors.toList());
        }
        if (value instanceof Number || value instanceof Boolean || value instanceof Enum) {
            return value.toString();
        }
        try {
            return value == null
                    ? "null"
                    : Hex.encode((byte[]) value.getClass().getMethod("encode").invoke(value));
        } catch (ReflectiveOperationException e) {
            return value;
        }
    }

    private static final Rotor ROTOR =
            new Rotor(3, 6_000, 16_000, true, Collections.singletonList(new CurvePoint(6_000, 10, 60_000)));
    private static final DeviceProfile PROFILE = DeviceProfile.builder()
            .address("24837", "Schleswig")
            .repowered(List.of(19_000L, 19_100L))
            .measurement(Measurement.GROSS)
            .configuration(2)
            .labels(List.of(new Label("EKOenergy", 20_000)))
            .emissionFactorSource("AIB 2025")
            .disclosureUsable(false)
            .legalStatus("GmbH")
            .build();
    private static final OtherMeter OTHER_METER = new OtherMeter(MeterRole.CHECK, "MTR-2", "S-2", "Other");
    private static final SupportPeriod SUPPORTED =
            new SupportPeriod("EEG", SupportKind.FEED_IN_PREMIUM, SupportEffect.BLOCK, START - 2 * DAY, START - DAY);
    private static final SignedRecord DEREGISTRATION =
            signed(new Deregistration("I-REC", "WTG-1", START - 3 * DAY).encode());
    private static final OtherRegistration OTHER_REGISTRATION =
            OtherRegistration.open("I-REC", key(8), START - 9 * DAY).endedBy(DEREGISTRATION);
    private static final DeviceStanding STANDING =
            new DeviceStanding(List.of(OTHER_METER), List.of(SUPPORTED), List.of(OTHER_REGISTRATION));

    private static ProductionDevice device() {
        return ProductionDevice.builder()
                .deviceId("WTG-1")
                .name("One")
                .owner("acme")
                .technology(Technology.SOLAR)
                .capacityW(2_000_000)
                .country("DE")
                .zone("10Y1001A1001A82H")
                .region("SH")
                .location(54_000_000, 9_000_000)
                .operationalSinceEpochDay(18_000)
                .meteringPointId("571313100000000007")
                .meter("MTR-1", "S-1", "Maker", key(1))
                .intervalSeconds(900)
                .cameras(CameraPolicy.REQUIRED, Collections.singletonList(new Camera("CAM-1", key(2))))
                .verifiers(Arrays.asList(key(3), key(4)), 2)
                .support(List.of("EEG/TAX"))
                .emissionFactorGramsPerKwh(11)
                .rotor(ROTOR)
                .profile(PROFILE)
                .standing(STANDING)
                .build();
    }

    @Test
    void ofADevice() {
        ProductionDevice device = ProductionDevice.decode(device().encode());
        tells(
                device,
                "deviceId=WTG-1 | name=One | owner=acme | technology=SOLAR | capacityW=2000000 | "
                        + "country=DE | zone=10Y1001A1001A82H | region=SH | latitudeMicroDegrees=54000000 | "
                        + "longitudeMicroDegrees=9000000 | operationalSinceEpochDay=18000 | "
                        + "meteringPointId=571313100000000007 | meterId=MTR-1 | meterSerial=S-1 | meterMaker=Maker | "
                        + "intervalSeconds=900 | cameraPolicy=REQUIRED | quorum=2 | emissionFactorGramsPerKwh=11",
                "meterKey",
                key(1),
                "cameras",
                device.cameras(),
                "verifiers",
                List.of(key(3), key(4)),
                "support",
                List.of("EEG/TAX"),
                "rotor",
                device.rotor(),
                "profile",
                PROFILE,
                "standing",
                STANDING,
                "digest",
                Digest.sha(device().encode()));
        assertThat(device.cameras()).hasSize(1);
        tells(device.cameras().get(0), "cameraId=CAM-1", "key", key(2));
        tells(
                device.rotor(),
                "blades=3 | minMilliRpm=6000 | maxMilliRpm=16000 | clockwise=true",
                "curve",
                device.rotor().curve());
        assertThat(device.rotor().curve()).hasSize(1);
        tells(device.rotor().curve().get(0), "milliRpm=6000 | minW=10 | maxW=60000");
    }

    @Test
    void ofWhatElseIsKnownOfADevice() {
        DeviceProfile profile = DeviceProfile.decode(PROFILE.encode());
        tells(
                profile,
                "postcode=24837 | city=Schleswig | measurement=GROSS | configuration=2 | "
                        + "emissionFactorSource=AIB 2025 | disclosureUsable=false | legalStatus=GmbH",
                "repoweredEpochDays",
                List.of(19_000L, 19_100L),
                "labels",
                profile.labels());
        tells(profile.labels().get(0), "code=EKOenergy | goodThroughEpochDay=20000");
        DeviceStanding standing = DeviceStanding.decode(STANDING.encode());
        tells(standing.otherMeters().get(0), "role=CHECK | meterId=MTR-2 | serial=S-2 | maker=Other");
        tells(
                standing.supportPeriods().get(0),
                "scheme=EEG | kind=FEED_IN_PREMIUM | effect=BLOCK | code=EEG/FEED_IN_PREMIUM",
                "startEpochSecond",
                START - 2 * DAY,
                "endEpochSecond",
                START - DAY);
        tells(
                standing.otherRegistrations().get(0),
                "registry=I-REC",
                "key",
                key(8),
                "startEpochSecond",
                START - 9 * DAY,
                "release",
                DEREGISTRATION.encode(),
                "endEpochSecond",
                START - 3 * DAY);
        tells(
                Deregistration.decode(DEREGISTRATION.record()),
                "registry=I-REC | deviceId=WTG-1",
                "effectiveEpochSecond",
                START - 3 * DAY);
    }

    private static final byte[] STATEMENT = new IntervalStatement(
                    "MTR-1",
                    2,
                    7,
                    START,
                    900,
                    new long[] {1_000, 1_250, 1_600},
                    Quality.CALCULATED,
                    Signatory.METERING_AGENT,
                    Origin.RECORDING,
                    4,
                    ONE,
                    TWO)
            .encode();

    @Test
    void ofAMetersStatement() {
        tells(
                IntervalStatement.decode(STATEMENT),
                "meterId=MTR-1 | epoch=2 | sequence=7 | intervalSeconds=900 | intervalCount=2 | "
                        + "quality=CALCULATED | signatory=METERING_AGENT | origin=RECORDING | readingCount=4 | "
                        + "registerStartWh=1000 | registerEndWh=1600",
                "readingsRoot",
                ONE,
                "previous",
                TWO,
                "registersWh",
                new long[] {1_000, 1_250, 1_600},
                "period",
                ProductionPeriod.between(START, START + 1_800),
                "digest",
                Digest.sha(STATEMENT));
        Reading reading = new Reading(START, 1_000, 700, Collections.singletonMap("wind_ms", 7_157L));
        tells(
                Reading.decode(reading.encode()),
                "registerWh=1000 | powerW=700",
                "epochSecond",
                START,
                "witnesses",
                new TreeMap<>(Collections.singletonMap("wind_ms", 7_157L)));
    }

    @Test
    void ofWhatACameraSawAndTheVerifierSays() {
        ClipCapture capture = new ClipCapture("CAM-1", "WTG-1", START, START + 900, START + 5, Origin.RECORDING, THREE);
        tells(
                ClipCapture.decode(capture.encode()),
                "cameraId=CAM-1 | deviceId=WTG-1 | origin=RECORDING",
                "intervalStartEpochSecond",
                START,
                "intervalEndEpochSecond",
                START + 900,
                "capturedEpochSecond",
                START + 5,
                "clip",
                THREE);
        VisionVerdict verdict = new VisionVerdict(
                ONE,
                "CAM-1",
                "WTG-1",
                START,
                START + 900,
                RotorState.STOPPED,
                11_830_000,
                20_000,
                List.of("LOOPED"),
                List.of("ROTOR_IDLING", "FEW_PASSES"),
                TWO,
                THREE,
                "vision 3");
        tells(
                VisionVerdict.decode(verdict.encode()),
                "cameraId=CAM-1 | deviceId=WTG-1 | state=STOPPED | rotorMicroRpm=11830000 | "
                        + "rotorStandardUncertaintyMicroRpm=20000 | algorithm=vision 3",
                "capture",
                ONE,
                "intervalStartEpochSecond",
                START,
                "intervalEndEpochSecond",
                START + 900,
                "integrity",
                List.of("LOOPED"),
                "reasons",
                List.of("ROTOR_IDLING", "FEW_PASSES"),
                "clip",
                TWO,
                "record",
                THREE);
    }

    private static GenerationClaim claim() {
        return new GenerationClaim(
                "WTG-1",
                signed(STATEMENT),
                1,
                new long[] {5},
                new long[] {500},
                CameraFinding.INCONCLUSIVE,
                THREE,
                Collections.singletonList("MARK"),
                "model 1");
    }

    @Test
    void ofAClaim() {
        GenerationClaim claim = GenerationClaim.decode(claim().encode());
        tells(
                claim,
                "deviceId=WTG-1 | firstInterval=1 | intervalCount=1 | finding=INCONCLUSIVE | " + "model=model 1",
                "signedStatement",
                signed(STATEMENT),
                "statement",
                IntervalStatement.decode(STATEMENT),
                "evidenceRoot",
                THREE,
                "marks",
                List.of("MARK"),
                "period",
                ProductionPeriod.between(START + 900, START + 1_800),
                "energy",
                WattHours.of(350),
                "id",
                Digest.sha(claim().encode()));
        assertThat(claim.minWh(0)).isEqualTo(5);
        assertThat(claim.maxWh(0)).isEqualTo(500);
        KeySignature signature = new KeySignature(key(3).id(), new byte[] {5});
        SignedClaim signed = SignedClaim.decode(new SignedClaim(claim(), List.of(signature)).encode());
        tells(signed, "", "claim", claim(), "signatures", signed.signatures());
        assertThat(signed.signatures()).hasSize(1);
        SignedRecord record = SignedRecord.decode(signed(STATEMENT).encode());
        tells(
                record,
                "",
                "record",
                STATEMENT,
                "signature",
                record.signature(),
                "digest",
                Digest.sha(signed(STATEMENT).encode()));
        assertThat(record.signature().keyId()).isEqualTo(key(9).id());
    }

    private static IssuanceRecord issuance() {
        return IssuanceRecord.of(
                DeviceAttributes.of(device()), claim(), "O=Issuer", START + DAY, List.of("EEG/FEED_IN_PREMIUM"));
    }

    private static CertificateBundle bundle() {
        return CertificateBundle.of(issuance(), START + 900, 900, new long[] {10, 360});
    }

    @Test
    void ofACertificate() {
        tells(
                DeviceAttributes.decode(DeviceAttributes.of(device()).encode()),
                "deviceId=WTG-1 | name=One | owner=acme | technology=SOLAR | capacityW=2000000 | "
                        + "country=DE | zone=10Y1001A1001A82H | region=SH | latitudeMicroDegrees=54000000 | "
                        + "longitudeMicroDegrees=9000000 | operationalSinceEpochDay=18000 | "
                        + "meteringPointId=571313100000000007 | emissionFactorGramsPerKwh=11",
                "deviceDigest",
                device().digest(),
                "support",
                List.of("EEG/TAX"),
                "profile",
                PROFILE);
        tells(
                IssuanceRecord.decode(issuance().encode()),
                "issuingBody=O=Issuer | finding=INCONCLUSIVE | model=model 1",
                "device",
                DeviceAttributes.of(device()),
                "issuedEpochSecond",
                START + DAY,
                "tradableUntilEpochSecond",
                START + DAY + 365 * DAY,
                "expiresEpochSecond",
                1_782_950_400L + 365 * DAY,
                "claimId",
                claim().id(),
                "statementDigest",
                signed(STATEMENT).digest(),
                "evidenceRoot",
                THREE,
                "marks",
                List.of("RECORDING", "METERING_AGENT", "MARK"),
                "support",
                List.of("EEG/FEED_IN_PREMIUM"));
        tells(
                CertificateBundle.decode(bundle().encode()),
                "deviceId=WTG-1 | intervalSeconds=900 | intervalCount=1 | serialFromWh=10 | "
                        + "serialToWh=360 | certificateId=WTG-1:20260101T0015Z:10-360",
                "issuance",
                issuance(),
                "quantity",
                WattHours.of(350),
                "period",
                ProductionPeriod.between(START + 900, START + 1_800),
                "digest",
                Digest.sha(bundle().encode()));
    }

    @Test
    void ofARetirement() {
        Beneficiary ada = new Beneficiary("Ada", "NL-1", "NL", "Delft");
        RetirementPurpose purpose = new RetirementPurpose(
                ada, "use", MainReason.COMPLIANCE, ProductionPeriod.between(START, START + 900), "Bo", "a note");
        Retirement retirement =
                Retirement.decode(new Retirement("r", "acme", START + 90_000, purpose, List.of(bundle())).encode());
        tells(
                retirement,
                "requestId=r | owner=acme",
                "retiredEpochSecond",
                START + 90_000,
                "purpose",
                retirement.purpose(),
                "lines",
                List.of(bundle()),
                "quantity",
                WattHours.of(350),
                "id",
                Digest.sha(retirement.encode()));
        tells(
                retirement.purpose(),
                "purpose=use | mainReason=COMPLIANCE | onBehalfOf=Bo | note=a note",
                "beneficiary",
                retirement.purpose().beneficiary(),
                "consumption",
                ProductionPeriod.between(START, START + 900));
        tells(retirement.purpose().beneficiary(), "name=Ada | id=NL-1 | country=NL | location=Delft");
        Allocation.Share share = Allocation.decode(
                        new Allocation(List.of(new Allocation.Share(ada, "WTG-1", 10, 100))).encode())
                .shares()
                .get(0);
        tells(share, "deviceId=WTG-1 | fromWh=10 | toWh=100", "endUser", share.endUser());
        assertThat(share.endUser().name()).isEqualTo("Ada");
    }

    @Test
    void ofWhatLeavesAndComes() {
        tells(
                CertificateEnd.decode(new CertificateEnd(EndKind.STORED, "e", List.of(bundle())).encode()),
                "kind=STORED | requestId=e | quantityWh=350",
                "lines",
                List.of(bundle()));
        ExchangeReceipt receipt =
                new ExchangeReceipt(ReceiptKind.ACCEPTED, "NORDIC", "O=Issuer", "EX-1", "ACC-1", List.of(bundle()));
        tells(
                ExchangeReceipt.decode(receipt.encode()),
                "kind=ACCEPTED | registry=NORDIC | counterparty=O=Issuer | reference=EX-1 | account=ACC-1",
                "lines",
                List.of(bundle()),
                "digest",
                Digest.sha(receipt.encode()));
        StorageAccount stored = StorageAccount.empty("BAT-1", key(5), 900_000)
                .charged(ONE, 100)
                .charged(TWO, 100)
                .discharged(45)
                .orElseThrow();
        tells(
                StorageAccount.decode(stored.encode()),
                "deviceId=BAT-1 | efficiencyPpm=900000 | storedWh=150 | dischargedWh=45 | lostWh=5",
                "ownerKey",
                key(5));
    }

    @Test
    void ofSupervision() {
        Freeze freeze = new Freeze(
                "FR-1", FrozenKind.DEVICE, "WTG-1", "k", Authority.ISSUING_BODY, "C-1", "doubt", START, START + DAY);
        tells(
                Freeze.decode(freeze.encode()),
                "freezeId=FR-1 | kind=DEVICE | subjectId=WTG-1 | keyId=k | by=ISSUING_BODY | caseNo=C-1 | "
                        + "reason=doubt",
                "fromEpochSecond",
                START,
                "untilEpochSecond",
                START + DAY);
        tells(
                new ConsumptionPoint("P-1", "acme", key(5), "MTR-C", key(7), 900, START),
                "pointId=P-1 | account=acme | meterId=MTR-C | intervalSeconds=900",
                "accountKey",
                key(5),
                "meterKey",
                key(7),
                "sinceEpochSecond",
                START);
    }
}
