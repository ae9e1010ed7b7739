package energy.registry.ops.replay;

import energy.registry.domain.device.Technology;
import energy.registry.domain.encoding.Digest;
import energy.registry.ops.device.Plate;
import java.time.LocalDate;
import java.util.Locale;

/**
 * Built-in registrations for recordings. A device id may carry a suffix, so that one recording can be played with
 * different footage: an interval of one device is issued once only, and each id has its own meter, key and metering
 * point.
 */
final class DeviceProfiles {
    private static final String KELMARSH = "KELMARSH-1";
    private static final String SUFFIXED = "(-[A-Z0-9]{1,16})?";
    private static final int LATITUDE = 52_399_500;
    private static final int LONGITUDE = -943_000;
    private static final int PLACE_MICRO_DEGREES = 1_000;
    private static final int PLACES = 10_000;

    private DeviceProfiles() {}

    static Plate named(String deviceId, int intervalSeconds) throws UnusableInput {
        if (!deviceId.matches(KELMARSH + SUFFIXED)) {
            throw new UnusableInput("--device: there is no profile for '" + deviceId + "'; use " + KELMARSH + " or "
                    + KELMARSH + "-SUFFIX with letters and digits in capitals");
        }
        int number = number(deviceId);
        boolean bare = deviceId.equals(KELMARSH);
        return new Plate(
                deviceId,
                bare
                        ? "Kelmarsh 1"
                        : "Kelmarsh 1, "
                                + deviceId.substring(KELMARSH.length() + 1).toLowerCase(Locale.ROOT),
                "windpark-nord",
                Technology.WIND,
                Senvion.RATED_W,
                "GB",
                "10YGB----------A",
                "Northamptonshire",
                bare ? LATITUDE : latitude(number),
                LONGITUDE,
                LocalDate.of(2016, 4, 1),
                meteringPoint(number),
                "MTR-" + deviceId,
                "K" + number,
                "Metering agent",
                intervalSeconds,
                "CAM-" + deviceId,
                Senvion.rotor());
    }

    /** The ledger takes one turbine of one place once: each further run of the recording stands on ground of its own. */
    private static int latitude(int number) {
        return LATITUDE + (1 + number % PLACES) * PLACE_MICRO_DEGREES;
    }

    private static int number(String deviceId) {
        byte[] digest = Digest.sha(deviceId.getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                .bytes();
        return (digest[0] & 0xFF) << 16 | (digest[1] & 0xFF) << 8 | digest[2] & 0xFF;
    }

    /** A GSRN of 18 digits with its check digit (GS1: weights 3 and 1 from the right). */
    private static String meteringPoint(int number) {
        String body = String.format(Locale.ROOT, "506009%011d", number);
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            int digit = body.charAt(body.length() - 1 - i) - '0';
            sum += i % 2 == 0 ? 3 * digit : digit;
        }
        return body + (10 - sum % 10) % 10;
    }
}
