package energy.registry.web.application.office;

import static energy.registry.web.model.office.Field.choice;
import static energy.registry.web.model.office.Field.line;
import static energy.registry.web.model.office.Field.of;

import energy.registry.web.model.office.Field;
import energy.registry.web.model.office.FieldKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The questions of each step; some depend on answers already given. */
public final class DeviceForm {
    /** Cameras of one application: three angles see any rotor or roof; more are added by amendment. */
    static final int CAMERAS_MAX = 3;
    /** Support periods of one application: a tariff, its successor, an investment grant. */
    static final int SUPPORT_MAX = 3;

    /** Who signs what the meter says. */
    static final String SIGNER = "signer";

    private DeviceForm() {}

    public static List<Field> fields(DeviceStep step, Map<String, String> values) {
        boolean wind = !"SOLAR".equals(values.get("technology"));
        return switch (step) {
            case IDENTITY -> identity();
            case TECHNOLOGY -> wind ? wind() : solar();
            case PLACE -> place();
            case METERING -> metering();
            case METER -> meter("AGENT".equals(values.get(SIGNER)));
            case CAMERAS -> cameras();
            case POWER -> wind ? rotor() : panels();
            case SUPPORT -> support();
            case DOCUMENTS, REVIEW -> List.of();
        };
    }

    private static List<Field> identity() {
        return List.of(
                line("name", "Name", "What people call it, such as Nordhang 1."),
                of(
                        FieldKind.CODE,
                        "deviceId",
                        "Device id",
                        "3 to 40 capital letters, digits and hyphens, such as WTG-0100. Every certificate's number"
                                + " begins with it."),
                choice(
                        "technology",
                        "Technology",
                        "The steps after this one follow from it.",
                        "WIND=Wind turbine",
                        "SOLAR=Solar array"),
                choice(
                        "registrant",
                        "You register as",
                        "An agent acts for the owner and uploads the owner's declaration.",
                        "OWNER=Owner of the device",
                        "AGENT=Agent of the owner"),
                line(
                        "rightToIssue",
                        "Holder of the right to the certificates",
                        "The legal name; usually the owner's. It may differ where the power is sold under contract."));
    }

    private static List<Field> capacity() {
        return List.of(
                of(
                                FieldKind.DECIMAL,
                                "capacityKw",
                                "Capacity, AC",
                                "The certified maximum at the grid connection, such as 2050.")
                        .in("kW"),
                of(
                        FieldKind.DATE,
                        "operationalSince",
                        "Commercial operation since",
                        "The day of commissioning, such as 2019-05-01."),
                of(FieldKind.DATE, "repoweredOn", "Repowered on", "Only if main parts were replaced.")
                        .optional(),
                of(FieldKind.DECIMAL, "annualMwhMax", "Most energy in a year", "What it can produce in its best year.")
                        .optional()
                        .in("MWh"),
                of(FieldKind.WHOLE, "emissionFactor", "Direct emissions", "0 for wind and sun.")
                        .in("g CO₂e per kWh"));
    }

    private static List<Field> wind() {
        List<Field> fields = new ArrayList<>(capacity());
        fields.add(of(FieldKind.DECIMAL, "hubHeightM", "Hub height", "Above ground, such as 92.5.")
                .in("m"));
        fields.add(of(FieldKind.DECIMAL, "rotorDiameterM", "Rotor diameter", "Such as 92.")
                .in("m"));
        fields.add(of(FieldKind.WHOLE, "turbineCount", "Turbines behind this meter", "1 for a single turbine."));
        return fields;
    }

    private static List<Field> solar() {
        List<Field> fields = new ArrayList<>(capacity());
        fields.add(of(FieldKind.DECIMAL, "dcKw", "Capacity of the panels, DC", "Such as 2600.")
                .in("kW"));
        fields.add(of(FieldKind.DECIMAL, "tiltDegrees", "Tilt", "0 lies flat, 90 stands upright.")
                .in("°"));
        fields.add(of(FieldKind.DECIMAL, "azimuthDegrees", "Azimuth", "180 faces south.")
                .in("°"));
        return fields;
    }

    private static List<Field> place() {
        return List.of(
                of(FieldKind.COUNTRY, "country", "Country", "Two letters, such as DE."),
                line("region", "Region", "State or province."),
                of(
                        FieldKind.ZONE,
                        "zone",
                        "Bidding zone (EIC)",
                        "16 characters, such as 10Y1001A1001A82H for Germany and Luxembourg."),
                line("address", "Address or plot", "So that somebody can find it."),
                of(
                                FieldKind.DECIMAL,
                                "latitude",
                                "Latitude",
                                "Decimal degrees, north positive, at most 6 decimals, such as 54.123456.")
                        .in("°"),
                of(FieldKind.DECIMAL, "longitude", "Longitude", "Decimal degrees, east positive, such as 9.123456.")
                        .in("°"),
                line("gridOperator", "Grid operator", "Who runs the grid that it feeds into."));
    }

    private static List<Field> metering() {
        return List.of(
                of(
                        FieldKind.METERING_POINT,
                        "meteringPointId",
                        "Metering point",
                        "GSRN (18 digits) or EIC (16 characters), from the contract of the grid operator. Its check"
                                + " digit is checked."),
                choice(
                        "intervalSeconds",
                        "Market interval",
                        "How often the meter closes an interval.",
                        "900=15 minutes",
                        "1800=30 minutes",
                        "3600=60 minutes"),
                choice(
                        SIGNER,
                        "Who signs the readings",
                        "A meter that cannot sign is spoken for by the registry's metering agent: you send its readings"
                                + " as files, and their certificates carry the mark of the agent.",
                        "METER=The meter itself, or its gateway",
                        "AGENT=The metering agent: the meter cannot sign"));
    }

    private static List<Field> meter(boolean agent) {
        List<Field> fields = new ArrayList<>(List.of(
                of(
                        FieldKind.CODE,
                        "meterId",
                        "Meter id in this registry",
                        "3 to 40 capital letters, digits and hyphens, such as MTR-0100."),
                line("meterMaker", "Maker", "From the type plate."),
                line("meterSerial", "Serial number", "From the type plate."),
                line("meterType", "Type", "From the type plate.").optional(),
                line("accuracyClass", "Accuracy class", "Such as 0.2S.").optional(),
                of(FieldKind.DATE, "meterCertifiedOn", "Last certified on", "The day of the last verification.")
                        .optional()));
        if (!agent) {
            fields.add(of(
                    FieldKind.KEY,
                    "meterKey",
                    "Public key of the meter",
                    "Paste the PEM that the meter, or its gateway, shows."));
        }
        return fields;
    }

    private static List<Field> cameras() {
        List<Field> fields = new ArrayList<>();
        fields.add(choice(
                "cameraPolicy",
                "What footage means for this device",
                "The issuing body may ask for more.",
                "REQUIRED=Required: no certificate without footage that agrees",
                "ADVISORY=Advisory: footage that disagrees holds a claim",
                "NONE=No camera: certified from the meter alone"));
        for (int n = 1; n <= CAMERAS_MAX; n++) {
            fields.add(of(FieldKind.CODE, "cameraId" + n, "Camera " + n + ": id", "Such as CAM-0100.")
                    .optional());
            fields.add(of(
                            FieldKind.KEY,
                            "cameraKey" + n,
                            "Camera " + n + ": public key",
                            "Paste the PEM that the camera shows.")
                    .optional());
        }
        return fields;
    }

    private static List<Field> rotor() {
        return List.of(
                of(FieldKind.WHOLE, "blades", "Blades", "Usually 3."),
                of(FieldKind.DECIMAL, "rpmMin", "Slowest speed on the grid", "From the type certificate, such as 6.")
                        .in("rpm"),
                of(FieldKind.DECIMAL, "rpmMax", "Fastest permitted speed", "Such as 16.")
                        .in("rpm"),
                choice(
                        "clockwise",
                        "Sense of rotation",
                        "As the camera sees it.",
                        "yes=Clockwise",
                        "no=Counter-clockwise"),
                of(
                        FieldKind.AREA,
                        "curve",
                        "Power over rotor speed",
                        "One point a line: rpm, least kW, most kW. At least two lines, rising in speed."));
    }

    private static List<Field> panels() {
        return List.of(
                of(FieldKind.WHOLE, "modules", "Modules", "How many panels."),
                line("moduleType", "Module type", "Maker and model, from the data sheet.")
                        .optional(),
                of(FieldKind.WHOLE, "inverters", "Inverters", "How many."));
    }

    private static List<Field> support() {
        List<Field> fields = new ArrayList<>();
        for (int n = 1; n <= SUPPORT_MAX; n++) {
            fields.add(choice(
                            "supportKind" + n,
                            "Support " + n,
                            "Leave it empty where there is none.",
                            "INVESTMENT=Investment grant",
                            "FEED_IN_TARIFF=Feed-in tariff",
                            "FEED_IN_PREMIUM=Market premium",
                            "CONTRACT_FOR_DIFFERENCE=Contract for difference",
                            "QUOTA=Quota",
                            "TAX=Tax relief",
                            "LOAN=Loan",
                            "OTHER=Other")
                    .optional());
            fields.add(line("supportScheme" + n, "Support " + n + ": scheme", "The law or programme.")
                    .optional());
            fields.add(of(FieldKind.DATE, "supportFrom" + n, "Support " + n + ": from", "First day.")
                    .optional());
            fields.add(of(FieldKind.DATE, "supportUntil" + n, "Support " + n + ": until", "Last day.")
                    .optional());
        }
        fields.add(of(
                        FieldKind.AREA,
                        "otherRegistries",
                        "Other registries",
                        "Where else the device is, or was, registered, and until when. Leave it empty for nowhere.")
                .optional());
        fields.add(of(
                FieldKind.TICK,
                "exclusive",
                "Energy certified here is certified nowhere else, and nobody else claims it.",
                "Your attestation stands on the ledger with your name; breaking it ends the registration."));
        fields.add(line("attestedBy", "Attested by", "Your full name and function."));
        return fields;
    }
}
