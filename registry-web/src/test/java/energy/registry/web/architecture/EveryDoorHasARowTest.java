package energy.registry.web.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.web.adapter.page.PageApplication;
import energy.registry.web.adapter.rest.ApiApplication;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each method of the API and each page is in {@code ops/docs/access.md}, and nothing else is. */
final class EveryDoorHasARowTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `((?:GET|POST|PUT|DELETE) /[^`]*)` \\|");

    /** Doors that are servlets, because only a container bounds a body of several parts before it is read. */
    private static final Set<String> SERVLETS = Set.of(
            "POST /app/files/registrations/{id}",
            "POST /app/files/readings",
            "POST /app/files/cameras/{device}/{camera}",
            "POST /app/files/cameras/{device}/{camera}/proposal");

    @Test
    void everyDoorHasARowInTheTableOfAccess() throws IOException {
        Set<String> doors = new TreeSet<>(SERVLETS);
        doors.addAll(doors(new ApiApplication()));
        doors.addAll(doors(new PageApplication()));
        assertThat(doors).hasSizeGreaterThan(150);
        String table = Files.readString(java.nio.file.Path.of("..", "ops", "docs", "access.md"));
        Set<String> rows = ROW.matcher(table)
                .results()
                .map((MatchResult row) -> row.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(rows)
                .as("doors in ops/docs/access.md; give a new one a row that says who may use it")
                .isEqualTo(doors);
    }

    private static Set<String> doors(Application application) {
        String base =
                application.getClass().getAnnotation(ApplicationPath.class).value();
        Set<String> doors = new TreeSet<>();
        for (Class<?> resource : application.getClasses()) {
            Path path = resource.getAnnotation(Path.class);
            if (path != null) {
                for (Method method : resource.getDeclaredMethods()) {
                    verb(method).ifPresent(verb -> doors.add(verb + " " + address(base, path.value(), method)));
                }
            }
        }
        return doors;
    }

    private static java.util.Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .map(type -> type.getAnnotation(HttpMethod.class))
                .filter(java.util.Objects::nonNull)
                .map(HttpMethod::value)
                .findFirst();
    }

    private static String address(String base, String resource, Method method) {
        Path own = method.getAnnotation(Path.class);
        String whole = "/" + base + "/" + resource + "/" + (own == null ? "" : own.value());
        String plain = whole.replaceAll("/{2,}", "/");
        return plain.length() > 1 && plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
    }
}
