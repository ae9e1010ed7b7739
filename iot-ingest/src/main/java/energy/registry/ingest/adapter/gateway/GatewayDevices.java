package energy.registry.ingest.adapter.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.registry.domain.identity.SigningKey;
import energy.registry.ingest.adapter.json.Wire;
import energy.registry.ingest.adapter.service.ServiceCalls;
import energy.registry.ingest.port.LedgerDevices;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/** {@link LedgerDevices} over the gateway's {@code POST /v1/devices/{deviceId}/amendments}. */
public final class GatewayDevices implements LedgerDevices {
    private final ServiceCalls gateway;

    public GatewayDevices(ServiceCalls gateway) {
        this.gateway = gateway;
    }

    @Override
    public Amendment nameKey(
            String requestId,
            String deviceId,
            String announced,
            SigningKey key,
            Instant effectiveFrom,
            String actor,
            String reason) {
        ObjectNode device = (ObjectNode) Wire.read(announced.getBytes(StandardCharsets.UTF_8));
        device.put("meterKey", Base64.getEncoder().encodeToString(key.encoded()));
        ObjectNode body = Wire.object();
        body.put("requestId", requestId).put("actor", actor).put("reason", reason);
        body.put("effectiveFrom", effectiveFrom.toString()).set("device", device);
        try {
            ServiceCalls.Reply reply = gateway.post("/v1/devices/" + deviceId + "/amendments", body);
            if (reply.status() / 100 == 2) {
                return new Amendment.Done(reply.json().path("txId").asText(null));
            }
            return GatewayLedger.isFinal(reply)
                    ? new Amendment.Refused(reply.rule(), reply.detail())
                    : new Amendment.Unanswered("HTTP " + reply.status() + " " + reply.detail());
        } catch (IOException e) {
            return new Amendment.Unanswered(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Amendment.Unanswered("interrupted");
        }
    }
}
