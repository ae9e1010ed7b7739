package energy.registry.web.adapter.service;

import com.fasterxml.jackson.databind.JsonNode;
import energy.registry.web.adapter.http.ServiceDoor;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.office.Receipt;
import energy.registry.web.model.office.Service;
import energy.registry.web.port.office.Commands;
import java.util.LinkedHashMap;
import java.util.Map;

/** Commands through the services' doors; an answer's plain values become the receipt's facts. */
public final class ServiceCommands implements Commands {
    private final Map<Service, ServiceDoor> doors;

    public ServiceCommands(Map<Service, ServiceDoor> doors) {
        this.doors = Map.copyOf(doors);
    }

    @Override
    public Outcome<Receipt> post(Service service, String path, Map<String, Object> body) {
        return doors.get(service).post(path, body).map(ServiceCommands::receipt);
    }

    @Override
    public String segment(String text) {
        return ServiceDoor.encoded(text);
    }

    private static Receipt receipt(JsonNode answer) {
        Map<String, String> facts = new LinkedHashMap<>();
        answer.fields().forEachRemaining(field -> {
            if (field.getValue().isValueNode() && !field.getValue().isNull()) {
                facts.put(field.getKey(), field.getValue().asText());
            }
        });
        return new Receipt(facts);
    }
}
