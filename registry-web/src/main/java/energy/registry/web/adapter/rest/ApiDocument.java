package energy.registry.web.adapter.rest;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * Adds to the API's description what holds for every method of a kind: the problems it may answer with, the key that a changing call
 * carries, and that open methods need no token. So no method can forget to say it.
 */
public final class ApiDocument implements OASFilter {
    private static final String PROBLEM = "Problem";
    private static final String BASE = "/api/v1";

    private static final Map<Integer, String> WHENEVER = Map.of(
            429, "Too many requests: wait for the seconds of Retry-After.",
            500, "Something broke on our side; nothing is said about what.",
            503, "A part of the registry cannot be reached just now: send the same request again.");

    private final Set<String> open = new HashSet<>();
    private final Set<String> asking = new HashSet<>();

    public ApiDocument() {
        for (Class<?> resource : new ApiApplication().getClasses()) {
            Path path = resource.getAnnotation(Path.class);
            if (path != null) {
                Arrays.stream(resource.getDeclaredMethods()).forEach(method -> note(path.value(), method));
            }
        }
    }

    private void note(String base, Method method) {
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (verb != null) {
                Path own = method.getAnnotation(Path.class);
                String address = ("/" + base + "/" + (own == null ? "" : own.value())).replaceAll("/{2,}", "/");
                String door = verb.value() + " " + BASE + address.replaceAll("/$", "");
                if (method.isAnnotationPresent(Open.class)) {
                    open.add(door);
                }
                if (method.isAnnotationPresent(Asks.class)) {
                    asking.add(door);
                }
            }
        }
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        document.getComponents().addSchema(PROBLEM, problem());
        document.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> describe(method.name(), path, operation)));
    }

    private void describe(String method, String path, Operation operation) {
        String door = method + " " + path;
        boolean changes = !method.equals(PathItem.HttpMethod.GET.name());
        Map<Integer, String> problems = new TreeMap<>(WHENEVER);
        problems.put(400, "The request cannot be understood: field, value and remedy are named.");
        if (path.contains("{")) {
            problems.put(404, "Not there, or not yours to see: the two are never told apart.");
        }
        if (open.contains(door)) {
            operation.setSecurity(java.util.List.of());
        } else {
            problems.put(401, "No token, or one that nobody issued.");
            problems.put(403, "The role does not allow it.");
        }
        if (changes) {
            problems.put(409, "A rule refused it, named in rule and type; or the same request is under way.");
            if (!open.contains(door) && !asking.contains(door)) {
                problems.put(422, "The Idempotency-Key belongs to another request.");
                carryKey(operation);
            }
        }
        problems.forEach((status, words) -> operation
                .getResponses()
                .addAPIResponse(
                        String.valueOf(status),
                        OASFactory.createAPIResponse()
                                .description(words)
                                .content(OASFactory.createContent()
                                        .addMediaType(
                                                Problems.MEDIA_TYPE,
                                                OASFactory.createMediaType()
                                                        .schema(OASFactory.createSchema()
                                                                .ref("#/components/schemas/" + PROBLEM))))));
    }

    private static void carryKey(Operation operation) {
        if (operation.getParameters() != null) {
            for (Parameter parameter : operation.getParameters()) {
                if (Idempotency.HEADER.equals(parameter.getName())) {
                    parameter.setRequired(true);
                    return;
                }
            }
        }
        operation.addParameter(OASFactory.createParameter()
                .name(Idempotency.HEADER)
                .in(Parameter.In.HEADER)
                .required(true)
                .description(
                        "Of your choice, another one for each change: the same request with it is carried out once.")
                .schema(text()));
    }

    private static Schema problem() {
        return OASFactory.createSchema()
                .description("RFC 9457. type is one for each rule; rule, field and value are there where they apply.")
                .addProperty("type", text())
                .addProperty("title", text())
                .addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER))
                .addProperty("detail", text())
                .addProperty("rule", text())
                .addProperty("field", text())
                .addProperty("value", text());
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }
}
