package energy.registry.web.adapter.service;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import energy.registry.web.adapter.http.ServiceDoor;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.office.Service;
import energy.registry.web.port.office.Questions;
import java.util.List;
import java.util.Map;

/** Questions through the services' doors. */
public final class ServiceQuestions implements Questions {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final TypeReference<List<Object>> LIST = new TypeReference<>() {};

    private final Map<Service, ServiceDoor> doors;

    public ServiceQuestions(Map<Service, ServiceDoor> doors) {
        this.doors = Map.copyOf(doors);
    }

    @Override
    public Outcome<Map<String, Object>> ask(Service service, String path) {
        return doors.get(service).getJson(path, ServiceDoor.READ_PATIENCE).map(ServiceQuestions::object);
    }

    @Override
    public Outcome<Map<String, Object>> send(Service service, String path, byte[] content, String user) {
        return doors.get(service).postBytes(path, content, user).map(ServiceQuestions::object);
    }

    @Override
    public Outcome<Map<String, Object>> put(Service service, String path, Map<String, Object> body) {
        return doors.get(service).put(path, body).map(ServiceQuestions::object);
    }

    @Override
    public Outcome<byte[]> picture(Service service, String path) {
        return doors.get(service).get(path, ServiceDoor.READ_PATIENCE);
    }

    @Override
    public String part(String text) {
        return ServiceDoor.encoded(text);
    }

    private static Map<String, Object> object(JsonNode answer) {
        return answer.isArray() ? Map.of("items", JSON.convertValue(answer, LIST)) : JSON.convertValue(answer, OBJECT);
    }
}
