package energy.registry.ledger.gateway.command;

import energy.registry.domain.device.ProductionDevice;
import energy.registry.ledger.flow.LedgerRefusal;
import energy.registry.ledger.flow.RegisterDevice;
import energy.registry.ledger.flow.RegisteredDevice;
import energy.registry.ledger.gateway.device.DeviceJson;
import energy.registry.ledger.gateway.http.Answer;
import energy.registry.ledger.gateway.http.Call;
import energy.registry.ledger.gateway.http.Fields;
import energy.registry.ledger.gateway.http.Json;
import energy.registry.ledger.gateway.http.Router;
import energy.registry.ledger.gateway.port.Flows;
import energy.registry.ledger.gateway.port.LedgerNode;
import energy.registry.ledger.gateway.port.NodeUnavailable;

/** The issuing body registers production devices. */
public final class Devices {
    private final Flows flows;
    private final DeviceJson json;

    public Devices(Flows flows, DeviceJson json) {
        this.flows = flows;
        this.json = json;
    }

    public Router routes(Router router) {
        return router.on("POST", "/v1/devices", this::register);
    }

    private Answer register(Call call) throws LedgerRefusal, NodeUnavailable {
        Fields in = call.body();
        ProductionDevice device = json.read(in.object("device"));
        RegisteredDevice registered = flows.run(
                LedgerNode.ISSUING_BODY,
                RegisterDevice.class,
                Common.requestId(in),
                in.text("actor"),
                in.text("reason"),
                device.encode());
        return Answer.ok(Json.MAPPER
                .createObjectNode()
                .put("deviceId", registered.getDeviceId())
                .put("deviceDigest", registered.getDeviceDigest())
                .put("txId", registered.getTxId()));
    }
}
