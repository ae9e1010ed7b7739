package energy.registry.web.adapter.service;

import energy.registry.web.adapter.http.OutsideDoor;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.Refusal;
import energy.registry.web.port.office.WebhookCaller;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Calls webhooks. Signature: HMAC-SHA256 over {@code timestamp + "." + body}, in hexadecimal, in the header
 * X-Registry-Signature as {@code v1=…}; the timestamp, in epoch seconds, stands in X-Registry-Timestamp. Addresses
 * inside our own network are never called.
 */
public final class SignedCaller implements WebhookCaller {
    private final OutsideDoor door;
    private final boolean localAllowed;

    /** {@code localAllowed}: on a machine of one's own, for trying out. */
    public SignedCaller(OutsideDoor door, boolean localAllowed) {
        this.door = door;
        this.localAllowed = localAllowed;
    }

    @Override
    public String objection(String address) {
        URI uri = URI.create(address);
        if (localAllowed) {
            return "";
        }
        if (!"https".equals(uri.getScheme())) {
            return "Use an address that begins with https://: what is sent is yours alone.";
        }
        try {
            for (InetAddress at : InetAddress.getAllByName(uri.getHost())) {
                if (inside(at)) {
                    return "The address leads into a private network. Give one that the internet reaches.";
                }
            }
            return "";
        } catch (UnknownHostException unknown) {
            return "Nobody knows the host " + uri.getHost() + ". Correct its name.";
        }
    }

    private static boolean inside(InetAddress at) {
        byte[] bytes = at.getAddress();
        boolean uniqueLocal = bytes.length == 16 && (bytes[0] & 0xFE) == 0xFC;
        return at.isLoopbackAddress()
                || at.isSiteLocalAddress()
                || at.isLinkLocalAddress()
                || at.isAnyLocalAddress()
                || at.isMulticastAddress()
                || uniqueLocal;
    }

    @Override
    public Outcome<Integer> call(String address, String secret, Instant at, String body) {
        String objection = objection(address); // names may lead elsewhere than they did
        if (!objection.isEmpty()) {
            return Outcome.refused(Refusal.conflict("ADDRESS_NOT_CALLED", objection));
        }
        String timestamp = String.valueOf(at.getEpochSecond());
        return door.post(
                URI.create(address),
                body,
                Map.of(
                        "X-Registry-Timestamp",
                        timestamp,
                        "X-Registry-Signature",
                        "v1=" + signature(secret, timestamp + "." + body)));
    }

    static String signature(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", absent);
        }
    }
}
