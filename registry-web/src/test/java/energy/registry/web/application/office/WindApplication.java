package energy.registry.web.application.office;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** The answers of a turbine that has nothing wrong with it. */
public final class WindApplication {
    private WindApplication() {}

    /** SubjectPublicKeyInfo of a fresh Ed25519 key, as PEM. */
    public static String pem() {
        try {
            byte[] encoded = KeyPairGenerator.getInstance("Ed25519")
                    .generateKeyPair()
                    .getPublic()
                    .getEncoded();
            return "-----BEGIN PUBLIC KEY-----\n" + Base64.getEncoder().encodeToString(encoded)
                    + "\n-----END PUBLIC KEY-----";
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }

    public static Map<String, String> answers() {
        Map<String, String> is = new HashMap<>();
        is.putAll(Map.of(
                "name",
                "Nordhang 9",
                "deviceId",
                "WTG-0009",
                "technology",
                "WIND",
                "registrant",
                "OWNER",
                "rightToIssue",
                "Windpark Nord GmbH"));
        is.putAll(Map.of(
                "capacityKw",
                "2050.5",
                "operationalSince",
                "2019-05-01",
                "emissionFactor",
                "0",
                "hubHeightM",
                "92.5",
                "rotorDiameterM",
                "92",
                "turbineCount",
                "1"));
        is.putAll(Map.of(
                "country",
                "DE",
                "region",
                "Schleswig-Holstein",
                "zone",
                "10Y1001A1001A82H",
                "address",
                "Nordhang",
                "latitude",
                "54.5",
                "longitude",
                "9.123456",
                "gridOperator",
                "Netz Nord"));
        is.putAll(Map.of("meteringPointId", "571313100000000010", "intervalSeconds", "900", "signer", "METER"));
        is.putAll(Map.of("meterId", "MTR-0009", "meterMaker", "Zählerbau", "meterSerial", "S-9", "meterKey", pem()));
        is.putAll(Map.of("cameraPolicy", "REQUIRED", "cameraId1", "CAM-0009", "cameraKey1", pem()));
        is.putAll(Map.of(
                "blades", "3", "rpmMin", "6", "rpmMax", "16", "clockwise", "yes", "curve", "6, 0, 60\n16; 1900; 2100"));
        is.putAll(Map.of(
                "exclusive",
                "yes",
                "attestedBy",
                "Greta Nord, managing director",
                "supportKind1",
                "FEED_IN_PREMIUM",
                "supportScheme1",
                "EEG",
                "supportFrom1",
                "2019-05-01",
                "supportUntil1",
                "2039-04-30"));
        return is;
    }
}
