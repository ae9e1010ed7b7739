package energy.registry.ops.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import energy.registry.ops.browser.BrowserSession;
import energy.registry.ops.system.AccessKnock.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** Everybody knocks at every door of the running system, with their own things and with those of others. */
@Tag("system")
@ExtendWith(RunningSystem.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class AccessMatrixTest {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete");

    /** Lists that show others' things to everyone signed in, because that is what they are for. */
    private static final Set<String> SHOWN_TO_ALL = Set.of(
            "GET /api/v1/offers",
            "GET /api/v1/purchases/plan",
            "POST /api/v1/purchases/quote",
            "GET /app/market",
            // Who sold to, bought from, or sent to one's own organisation.
            "GET /api/v1/news/activity");

    private final RunningSystem.Handle system;
    private final AccessTable table;
    private final Map<String, JsonNode> specs;
    private AccessScene scene;
    private AccessKnock knock;

    AccessMatrixTest(RunningSystem.Handle system) throws IOException {
        this.system = system;
        this.table = AccessTable.read();
        this.specs = AccessProbe.all();
    }

    @BeforeAll
    void setTheScene() throws Exception {
        IdentityDesk identity = new IdentityDesk(system);
        scene = new AccessScene(system, identity);
        knock = new AccessKnock(system, identity);
    }

    @Test
    @Order(1)
    void everyDoorOfTheApiHasARowAndEveryRowADoor() throws Exception {
        HttpResponse<String> document = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(system.web("/openapi?format=JSON"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        Set<String> doors = new TreeSet<>();
        new ObjectMapper().readTree(document.body()).path("paths").fields().forEachRemaining(path -> path.getValue()
                .fieldNames()
                .forEachRemaining(method -> {
                    if (METHODS.contains(method)) {
                        doors.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey());
                    }
                }));
        assertThat(doors).hasSizeGreaterThan(100);
        Set<String> rows = new TreeSet<>(table.rules().keySet());
        rows.removeIf(row -> !row.contains(" /api/"));
        assertThat(rows).as("rows of ops/docs/access.md about the API").isEqualTo(doors);
    }

    @Test
    @Order(1)
    void everyMethodOfTheApiIsDescribedWithItsProblems() throws Exception {
        HttpResponse<String> document = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(system.web("/openapi?format=JSON"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        new ObjectMapper().readTree(document.body()).path("paths").fields().forEachRemaining(path -> path.getValue()
                .fields()
                .forEachRemaining(method -> {
                    if (METHODS.contains(method.getKey())) {
                        String door = method.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey();
                        described(door, method.getValue());
                    }
                }));
    }

    private void described(String door, JsonNode method) {
        assertThat(method.path("summary").asText()).as(door).hasSizeGreaterThan(10);
        assertThat(method.path("tags")).as(door).isNotEmpty();
        Set<String> answers = new TreeSet<>();
        method.path("responses").fieldNames().forEachRemaining(answers::add);
        assertThat(answers).as(door).contains("400", "429", "500", "503").anyMatch(status -> status.startsWith("2"));
        if (!table.rules().get(door).open()) {
            assertThat(answers).as(door).contains("401", "403");
        }
        if (door.contains("{")) {
            assertThat(answers).as(door).contains("404");
        }
        if (!door.startsWith("GET ")) {
            assertThat(answers).as(door).contains("409");
        }
    }

    @Test
    @Order(2)
    void everyProbeBelongsToARow() {
        assertThat(table.rules().keySet()).containsAll(specs.keySet());
    }

    @TestFactory
    @Order(3)
    Stream<DynamicTest> whoeverIsDeniedLearnsAndChangesNothing() throws Exception {
        String before = scene.state();
        List<DynamicTest> tests = new ArrayList<>();
        table.rules()
                .forEach((door, rule) -> tests.add(DynamicTest.dynamicTest(
                        door, () -> scene.people().forEach(person -> denied(door, rule, person)))));
        tests.add(DynamicTest.dynamicTest(
                "everything is as it was", () -> assertThat(scene.state()).isEqualTo(before)));
        return tests.stream();
    }

    @TestFactory
    @Order(4)
    Stream<DynamicTest> whoeverMayComeInIsLetInAndReadsNothingOfOthers() {
        return table.rules().entrySet().stream()
                .map(row -> DynamicTest.dynamicTest(row.getKey(), () -> scene.people()
                        .forEach(person -> admitted(row.getKey(), row.getValue(), person))));
    }

    private AccessProbe probe(String door) {
        return new AccessProbe(door, specs.getOrDefault(door, new ObjectMapper().createObjectNode()), scene);
    }

    private boolean mayEnter(AccessTable.Rule rule, AccessProbe probe, Person person) {
        Set<String> owners = probe.hasThing() ? probe.thing().owners() : Set.of(person.organisation());
        return rule.admits(person) && rule.reaches(person, owners);
    }

    /** Whose thing it is may know that it is there, whatever they may not do with it. */
    private static boolean owns(AccessTable.Rule rule, AccessProbe probe, Person person) {
        return !rule.whose().isEmpty() && rule.reaches(person, probe.thing().owners());
    }

    private void denied(String door, AccessTable.Rule rule, Person person) {
        AccessProbe probe = probe(door);
        if (person.kind() == Person.Kind.FORGER && rule.open()) {
            return; // a false token at an open door is tested by the door beside it
        }
        if (mayEnter(rule, probe, person)) {
            return;
        }
        String real = probe.hasThing() ? probe.thing().real() : "";
        Answer answer = knock.at(probe, person, real, false);
        String what = person + " at " + door + ": " + answer;
        assertThat(answer.status()).as(what).isIn(expected(probe, rule, person));
        if (probe.hasThing() && !owns(rule, probe, person)) {
            String absent = probe.thing().absent();
            Answer nothing = knock.at(probe, person, absent, false);
            List<String> there = answer.without(real, absent);
            List<String> notThere = nothing.without(real, absent);
            assertThat(firstDifference(there, notThere))
                    .as(person + " at " + door + " must not tell what is there from what is not")
                    .isEmpty();
        }
        quiet(door, person, answer);
    }

    private static String firstDifference(List<String> one, List<String> other) {
        for (int line = 0; line < Math.max(one.size(), other.size()); line++) {
            String here = line < one.size() ? one.get(line) : "(end)";
            String there = line < other.size() ? other.get(line) : "(end)";
            if (!here.equals(there)) {
                return here + " <> " + there;
            }
        }
        return "";
    }

    private static Set<Integer> expected(AccessProbe probe, AccessTable.Rule rule, Person person) {
        if (!person.known()) {
            // A form without a session's token is refused before anybody looks at who sent it.
            return probe.api() && !probe.changes() ? Set.of(401) : Set.of(302, 303, 401, 403);
        }
        if (!probe.api() && probe.changes()) {
            // A form comes back with what is wrong, or the browser is sent on to a page that says so.
            return Set.of(303, 400, 403, 404, 409, 422);
        }
        // A page that lists what is of a thing may answer with an empty list, as it does when there is none.
        return probe.asksForList() ? Set.of(200, 303, 403, 404) : Set.of(403, 404);
    }

    private void admitted(String door, AccessTable.Rule rule, Person person) {
        AccessProbe probe = probe(door);
        boolean form = probe.changes() && !probe.api();
        if (probe.deniedOnly() || form || person.kind() == Person.Kind.FORGER || !mayEnter(rule, probe, person)) {
            return;
        }
        Answer answer = knock.at(probe, person, probe.hasThing() ? probe.thing().real() : "", true);
        String what = person + " at " + door + ": " + answer;
        if (person.organisation().isEmpty() || (probe.mayBeEmpty() && answer.status() == 404)) {
            assertThat(answer.status()).as(what).isLessThan(500);
        } else if (probe.changes()) {
            assertThat(answer.status()).as(what).isNotIn(401, 403, 404).isLessThan(500);
        } else {
            assertThat(answer.status()).as(what).isIn(200, 303);
        }
        quiet(door, person, answer);
    }

    /** Nothing of another organisation in the answer. */
    private void quiet(String door, Person person, Answer answer) {
        scene.canaries().forEach((word, canary) -> {
            if (!canary.mayBeReadBy(person)) {
                assertThat(answer.body()).as(person + " at " + door).doesNotContain(word);
            }
        });
        if (!table.rules().get(door).open() && !person.oversees() && !SHOWN_TO_ALL.contains(door)) {
            assertThat(answer.organisationsNamedAsOwners())
                    .as(person + " at " + door)
                    .isSubsetOf(person.organisation(), "");
        }
    }

    @Test
    @Order(5)
    void aFormWithoutTheSessionsTokenIsRefused() throws Exception {
        BrowserSession greta = new BrowserSession(system.web("/"));
        greta.signIn("greta", system.password("greta"));
        for (String path : List.of("/app/my/registrations", "/api/v1/registrations", "/logout")) {
            assertThat(greta.post(path, Map.of("requestId", "x")).statusCode())
                    .as(path)
                    .isEqualTo(403);
            assertThat(greta.post(path, Map.of("requestId", "x", "_csrf", "guessed"))
                            .statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(greta.get("/app").statusCode()).isEqualTo(200);
        assertThat(greta.post("/logout", Map.of("_csrf", greta.csrf())).statusCode())
                .isEqualTo(303);
        assertThat(greta.get("/api/v1/accounts/windpark-nord").statusCode()).isEqualTo(401);
    }

    @Test
    @Order(6)
    void cookiesAndHeadersTellTheBrowserWhatThisSiteNeverDoes() throws Exception {
        BrowserSession greta = new BrowserSession(system.web("/"));
        greta.signIn("greta", system.password("greta"));
        assertThat(greta.setCookies().stream().filter(set -> !set.contains("=\"\";")))
                .isNotEmpty()
                .allSatisfy(cookie ->
                        assertThat(cookie.toLowerCase(java.util.Locale.ROOT)).contains("httponly", "samesite=lax"));
        Set<String> addresses = new LinkedHashSet<>(List.of("/", "/app", "/verify", "/join", "/api/v1/keys"));
        for (String address : addresses) {
            HttpResponse<String> page = greta.get(address);
            String policy = page.headers().firstValue("Content-Security-Policy").orElse("");
            assertThat(policy)
                    .as(address)
                    .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'")
                    .doesNotContain("unsafe-inline", "unsafe-eval", "*");
            assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(page.headers().firstValue("Referrer-Policy")).contains("same-origin");
        }
    }

    @Test
    @Order(7)
    void aSessionThatIsNotUsedEndsAndAVisitorHasNone() throws Exception {
        HttpResponse<String> home = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(system.web("/")).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(home.headers().firstValue("Set-Cookie")).isEmpty();
        URI config = system.web("/api/v1/keys");
        HttpResponse<String> api = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(config).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(api.headers().firstValue("Set-Cookie")).isEmpty();
    }
}
