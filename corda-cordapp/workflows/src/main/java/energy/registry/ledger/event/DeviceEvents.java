package energy.registry.ledger.event;

import energy.registry.domain.cursor.MeterPosition;
import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.encoding.Digest;
import energy.registry.ledger.contract.AmendDevice;
import energy.registry.ledger.contract.ChangeDeviceStatus;
import energy.registry.ledger.contract.DeviceCommand;
import energy.registry.ledger.contract.ExchangeMeter;
import energy.registry.ledger.contract.HandOverDevice;
import energy.registry.ledger.contract.RegistryCommand;
import energy.registry.ledger.state.CursorPageState;
import energy.registry.ledger.state.DeviceState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;

/** What a transaction did to a device: registered it, or changed its status, its record, its owner or its meter. */
final class DeviceEvents {
    private final LedgerEntry entry;
    private final RegistryCommand command;

    DeviceEvents(LedgerEntry entry, RegistryCommand command) {
        this.entry = entry;
        this.command = command;
    }

    List<EventDraft> of(DeviceState state) {
        List<EventDraft> events = new ArrayList<>();
        if (command instanceof DeviceCommand) {
            events.add(event("DeviceChanged", changed(state, (DeviceCommand) command)));
        } else {
            events.add(event("DeviceRegistered", device(state)));
        }
        if (command instanceof ExchangeMeter) {
            events.add(event("MeterExchanged", exchanged(state, (ExchangeMeter) command)));
        }
        return events;
    }

    private static EventDraft event(String type, Json data) {
        return new EventDraft(type, Collections.emptyList(), data);
    }

    /** The canonical record comes with its fields: what the digest covers needs no second reading. */
    private static Json device(DeviceState state) {
        return new Json()
                .object("device", DeviceJson.of(state.record()))
                .text("record", Base64.getEncoder().encodeToString(state.getDevice()))
                .text("deviceDigest", Digest.sha(state.getDevice()).toString())
                .text("status", state.getStatus().name())
                .text("attestationDue", at(state.getAttestationDueEpochSecond()));
    }

    private static Json changed(DeviceState state, DeviceCommand change) {
        Json json = device(state)
                .text("change", nameOf(change))
                .text("actor", change.getActor())
                .text("reason", change.getReason());
        if (change instanceof AmendDevice) {
            return json.text("effectiveFrom", at(((AmendDevice) change).getEffectiveEpochSecond()));
        } else if (change instanceof HandOverDevice) {
            return json.text("effectiveFrom", at(((HandOverDevice) change).getAtEpochSecond()));
        } else if (change instanceof ExchangeMeter) {
            return json.text("effectiveFrom", at(((ExchangeMeter) change).getAtEpochSecond()));
        }
        return json;
    }

    private static String nameOf(DeviceCommand change) {
        if (change instanceof ChangeDeviceStatus) {
            return ((ChangeDeviceStatus) change).getAction().name();
        } else if (change instanceof AmendDevice) {
            return "AMEND";
        }
        return change instanceof HandOverDevice ? "HAND_OVER" : "EXCHANGE_METER";
    }

    private Json exchanged(DeviceState state, ExchangeMeter exchange) {
        ProductionDevice device = state.record();
        return new Json()
                .text("meterId", device.meterId())
                .text("deviceId", device.deviceId())
                .number("epoch", epochOf(device.meterId()))
                .text("at", at(exchange.getAtEpochSecond()))
                .number("closingRegisterWh", exchange.getClosingRegisterWh())
                .number("openingRegisterWh", exchange.getOpeningRegisterWh())
                .text("meterSerial", device.meterSerial())
                .text("meterMaker", device.meterMaker())
                .text("meterKey", Base64.getEncoder().encodeToString(exchange.getMeterKey()));
    }

    private int epochOf(String meterId) {
        return entry.outputs(CursorPageState.class).stream()
                .flatMap(page -> page.cursors().cursors().stream())
                .filter(cursor -> cursor.terms().meterId().equals(meterId))
                .map(cursor -> cursor.position())
                .mapToInt(MeterPosition::epoch)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("an exchange makes the page of its meter"));
    }

    private static String at(long epochSecond) {
        return Instant.ofEpochSecond(epochSecond).toString();
    }
}
