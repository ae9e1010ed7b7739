package energy.registry.ledger.gateway.command;

import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.identity.SigningKey;
import energy.registry.ledger.contract.DeviceAction;
import energy.registry.ledger.flow.AmendDevice;
import energy.registry.ledger.flow.ChangeDeviceStatus;
import energy.registry.ledger.flow.ChangedDevice;
import energy.registry.ledger.flow.ExchangeMeter;
import energy.registry.ledger.flow.HandOverDevice;
import energy.registry.ledger.flow.LedgerRefusal;
import energy.registry.ledger.flow.MeterExchange;
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

/** The issuing body registers production devices and keeps their records. */
public final class Devices {
    /** A signed run of 288 intervals has 2.5 KB. */
    private static final int STATEMENT_BYTES_MAX = 16_384;

    /** Who orders a change of status. */
    private enum Authority {
        ISSUING_BODY,
        REGULATOR
    }

    private final Flows flows;
    private final DeviceJson json;

    public Devices(Flows flows, DeviceJson json) {
        this.flows = flows;
        this.json = json;
    }

    public Router routes(Router router) {
        return router.on("POST", "/v1/devices", this::register)
                .on("POST", "/v1/devices/{deviceId}/status", this::changeStatus)
                .on("POST", "/v1/devices/{deviceId}/amendments", this::amend)
                .on("POST", "/v1/devices/{deviceId}/handover", this::handOver)
                .on("POST", "/v1/meters/{meterId}/exchange", this::exchangeMeter);
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

    private Answer changeStatus(Call call) throws LedgerRefusal, NodeUnavailable {
        Fields in = call.body();
        boolean byRegulator = in.has("by") && in.choice("by", Authority.values()) == Authority.REGULATOR;
        DeviceAction action = in.choice("action", DeviceAction.values());
        ChangedDevice changed = flows.run(
                byRegulator ? LedgerNode.REGULATOR : LedgerNode.ISSUING_BODY,
                ChangeDeviceStatus.class,
                Common.requestId(in),
                in.text("actor"),
                in.text("reason"),
                call.path("deviceId"),
                action.name(),
                Common.instantOrNone(in, "until"));
        return answer(changed);
    }

    private Answer amend(Call call) throws LedgerRefusal, NodeUnavailable {
        Fields in = call.body();
        Fields given = in.object("device");
        ProductionDevice device = json.read(given);
        if (!device.deviceId().equals(call.path("deviceId"))) {
            throw given.refuse("deviceId", device.deviceId(), "give the device of the path");
        }
        ChangedDevice changed = flows.run(
                LedgerNode.ISSUING_BODY,
                AmendDevice.class,
                Common.requestId(in),
                in.text("actor"),
                in.text("reason"),
                device.encode(),
                in.instant("effectiveFrom"));
        return answer(changed);
    }

    private Answer handOver(Call call) throws LedgerRefusal, NodeUnavailable {
        Fields in = call.body();
        ChangedDevice changed = flows.run(
                LedgerNode.ISSUING_BODY,
                HandOverDevice.class,
                Common.requestId(in),
                in.text("actor"),
                in.text("reason"),
                call.path("deviceId"),
                Common.id(in, "newOwner"),
                in.instant("at"));
        return answer(changed);
    }

    private Answer exchangeMeter(Call call) throws LedgerRefusal, NodeUnavailable {
        Fields in = call.body();
        MeterExchange exchange = new MeterExchange(
                in.instant("at"),
                in.whole("closingRegisterWh", 0, Long.MAX_VALUE),
                in.has("closingStatement") ? in.base64("closingStatement", STATEMENT_BYTES_MAX) : new byte[0],
                in.whole("openingRegisterWh", 0, Long.MAX_VALUE),
                in.text("meterSerial"),
                in.text("meterMaker"),
                in.base64("meterKey", SigningKey.ENCODED_BYTES_MAX));
        ChangedDevice changed = flows.run(
                LedgerNode.ISSUING_BODY,
                ExchangeMeter.class,
                Common.requestId(in),
                in.text("actor"),
                in.text("reason"),
                call.path("meterId"),
                exchange);
        return answer(changed);
    }

    private static Answer answer(ChangedDevice changed) {
        return Answer.ok(Json.MAPPER
                .createObjectNode()
                .put("deviceId", changed.getDeviceId())
                .put("deviceDigest", changed.getDeviceDigest())
                .put("status", changed.getStatus())
                .put("epoch", changed.getEpoch())
                .put("txId", changed.getTxId()));
    }
}
