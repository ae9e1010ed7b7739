package energy.registry.ops.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * One of every thing that somebody could look at or touch, made through the API by the people whose it is, and the words in them that
 * nobody else may ever read.
 */
final class AccessScene {
    private static final Duration CERTIFICATES_MAX = Duration.ofMinutes(4);
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 0};
    private static final String NORD = "windpark-nord";
    private static final String ACME = "acme";
    private static final String GLOBEX = "globex";

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final String twoHands = "access-" + run;
    private final Map<String, Thing> things = new LinkedHashMap<>();
    private final Map<String, String> words = new LinkedHashMap<>();
    private final Map<String, Canary> canaries = new LinkedHashMap<>();
    private final List<Person> people;

    private final ApiCaller greta;
    private final ApiCaller bruno;
    private final ApiCaller ida;
    private final ApiCaller asker;

    /** A thing's id, an id of the same look behind which nothing is, and whose it is. */
    record Thing(String real, String absent, Set<String> owners) {}

    /** A word that only these organisations, and overseers where told, may read. */
    record Canary(Set<String> organisations, boolean overseers) {
        boolean mayBeReadBy(Person person) {
            return organisations.contains(person.organisation()) || (overseers && person.oversees());
        }
    }

    AccessScene(RunningSystem.Handle system, IdentityDesk identity) throws Exception {
        Person gretaHerself = identity.demo("greta", NORD, "generator", "organisation-admin");
        Person brunoHimself = identity.demo("bruno", ACME, "buyer", "organisation-admin");
        Person idaHerself = identity.demo("ida", "issuing-body", "issuing-body", "organisation-admin");
        Person askerHimself = identity.user("asker", twoHands, "buyer");
        greta = new ApiCaller(system, identity, gretaHerself);
        bruno = new ApiCaller(system, identity, brunoHimself);
        ida = new ApiCaller(system, identity, idaHerself);
        asker = new ApiCaller(system, identity, askerHimself);
        devicesAndReadings();
        trade();
        papersAndPeople();
        JsonNode key = greta.post(
                "/api/v1/organisation/keys",
                Map.of("name", canary("key", true, NORD), "roles", List.of("generator")),
                id("key"));
        thing("key", key.path("clientId").asText(), "key-" + NORD + "-00000000", NORD);
        people = List.of(
                Person.VISITOR,
                Person.FORGER,
                gretaHerself,
                identity.demo("sam", "solarfeld-sued", "generator", "organisation-admin"),
                brunoHimself,
                identity.demo("bea", GLOBEX, "buyer", "organisation-admin"),
                identity.demo("rita", "regulator", "regulator", "organisation-admin"),
                idaHerself,
                identity.user("colleague", twoHands, "buyer"),
                identity.user("homeless", "", "buyer", "generator", "organisation-admin"),
                identity.user("roleless", ACME),
                new Person(
                        key.path("clientId").asText(),
                        key.path("secret").asText(),
                        NORD,
                        Set.of("generator"),
                        Person.Kind.MACHINE));
    }

    private void devicesAndReadings() throws Exception {
        List<JsonNode> live = RunningSystem.eventually(CERTIFICATES_MAX, this::largeOnes, found -> found.size() >= 3);
        assertThat(live).as("certificates of " + NORD).hasSizeGreaterThanOrEqualTo(3);
        JsonNode kept = live.get(0);
        thing("certificate", kept.path("certificateId").asText(), "WTG-0000:20260101T0000Z:0-1", NORD);
        words.put("$offered", live.get(1).path("certificateId").asText());
        String device = kept.path("deviceId").asText();
        thing("device", device, "WTG-0000", NORD);
        thing("account", ACME, "nobody-at-all", ACME);
        words.put("$stranger", NORD);
        thing("transaction", kept.path("txId").asText(), "0".repeat(64), "");
        JsonNode row =
                RunningSystem.eventually(CERTIFICATES_MAX, () -> withClip(device), found -> !found.isMissingNode());
        thing("statement", row.path("statementDigest").asText(), "0".repeat(64), NORD);
        words.put("$clip", row.path("verdicts").path(0).path("clipDigest").asText());
        words.put(
                "$camera",
                greta.get("/api/v1/devices/" + device).path("cameraIds").path(0).asText());
        words.put(
                "$tomorrow",
                Instant.now()
                        .plus(1, ChronoUnit.DAYS)
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString());
        JsonNode upload = greta.send(
                "/api/v1/uploads?format=csv&device=" + device,
                "text/csv",
                ("start,end," + canary("upload", true, NORD) + "\n").getBytes(StandardCharsets.UTF_8),
                id("upload"));
        thing("upload", upload.path("uploadId").asText(), "999999999999", NORD);
        JsonNode proposal = greta.post(
                "/api/v1/acts/retire-device",
                Map.of("subject", device, "answers", Map.of("reason", "Because of " + canary("proposal", true, NORD))),
                id("proposal"));
        assertThat(proposal.path("waiting").asBoolean()).isTrue();
        thing("proposal", newest("/api/v1/acts/proposals"), "0".repeat(64), NORD);
    }

    private JsonNode withClip(String device) {
        return quietly(() -> {
            for (JsonNode row :
                    greta.get("/api/v1/statements?limit=50&device=" + device).path("items")) {
                if (!row.path("verdicts").isEmpty()) {
                    return row;
                }
            }
            return MissingNode.getInstance();
        });
    }

    private List<JsonNode> largeOnes() {
        return quietly(() -> {
            List<JsonNode> large = new java.util.ArrayList<>();
            greta.get("/api/v1/certificates?status=ACTIVE&limit=50")
                    .path("items")
                    .forEach(row -> {
                        if (row.path("quantityWh").asLong() > 10_000) {
                            large.add(row);
                        }
                    });
            return large;
        });
    }

    private void trade() throws Exception {
        String offered = words.get("$offered");
        Map<String, Object> offer = Map.of(
                "certificateId",
                offered,
                "quantityWh",
                0,
                "priceMinorPerMwh",
                6_400,
                "currency",
                "EUR",
                "minLotWh",
                1_000,
                "validUntil",
                words.get("$tomorrow"));
        JsonNode placed = greta.post("/api/v1/offers", offer, id("offer"));
        words.put("$offered", placed.path("certificateId").asText(offered));
        List<Map<String, Object>> lot = List.of(Map.of("certificateId", words.get("$offered"), "quantityWh", 5_000));
        JsonNode bought = bruno.post(
                "/api/v1/purchases", Map.of("items", lot, "maxTotalMinor", 1_000, "currency", "EUR"), id("purchase"));
        String txId = bought.path("txId").asText();
        assertThat(txId).isNotEmpty();
        String held = heldFrom(txId);
        JsonNode transfer = bruno.post(
                "/api/v1/transfers",
                Map.of(
                        "items", List.of(Map.of("certificateId", held, "quantityWh", 1_000)),
                        "receiver", GLOBEX,
                        "until", words.get("$tomorrow"),
                        "reference", canary("transfer", true, ACME, GLOBEX)),
                id("transfer"));
        String transferId = transfer.path("transferId").asText();
        thing("transfer", transferId, absentLike(transferId), ACME, GLOBEX);
        thing("sent", transferId, absentLike(transferId), ACME);
        thing("received", transferId, absentLike(transferId), GLOBEX);
        JsonNode retirement = bruno.post(
                "/api/v1/retirements",
                Map.of(
                        "items", List.of(Map.of("certificateId", heldFromOwner(), "quantityWh", 500)),
                        "beneficiary", Map.of("name", "Somebody", "id", "", "country", "DE", "location", ""),
                        "purpose", "Use",
                        "mainReason", "VOLUNTARY",
                        "periodStart", "2026-01-01T00:00:00Z",
                        "periodEnd", "2026-02-01T00:00:00Z",
                        "onBehalfOf", "",
                        "note", ""),
                id("retirement"));
        thing("retirement", retirement.path("statementNo").asText(), "RS-00000000-0000-0000", ACME);
        asker.put(
                "/api/v1/approvals/limits",
                Map.of(
                        "limits",
                        Map.of("purchaseMinor", 1, "currency", "EUR", "retirementWh", 0),
                        "reason",
                        "Decided by the board today."),
                id("limits"));
        assertThat(asker.postAnyhow(
                                "/api/v1/purchases",
                                Map.of("items", lot, "maxTotalMinor", 1_000, "currency", "EUR"),
                                id("large"))
                        .statusCode())
                .isEqualTo(409);
        thing(
                "approval",
                asker.get("/api/v1/approvals").path("items").path(0).path("id").asText(),
                "0".repeat(64),
                twoHands);
    }

    private String heldFrom(String txId) {
        return RunningSystem.eventually(
                Duration.ofMinutes(1),
                () -> quietly(() -> {
                    for (JsonNode row : bruno.get("/api/v1/certificates?status=ACTIVE&limit=50")
                            .path("items")) {
                        if (row.path("txId").asText().equals(txId)) {
                            return row.path("certificateId").asText();
                        }
                    }
                    return "";
                }),
                found -> !found.isEmpty());
    }

    private String heldFromOwner() {
        return RunningSystem.eventually(
                Duration.ofMinutes(1),
                () -> quietly(() -> bruno.get("/api/v1/certificates?status=ACTIVE&limit=1")
                        .path("items")
                        .path(0)
                        .path("certificateId")
                        .asText()),
                found -> !found.isEmpty());
    }

    private void papersAndPeople() throws Exception {
        JsonNode beneficiary = bruno.post(
                "/api/v1/beneficiaries",
                Map.of("name", canary("beneficiary", false, ACME), "id", "", "country", "DE", "location", ""),
                id("beneficiary"));
        String beneficiaryId = beneficiary.path("beneficiaryId").asText();
        thing("beneficiary", beneficiaryId, absentLike(beneficiaryId), ACME);
        JsonNode bulk = bruno.post(
                "/api/v1/bulk-retirements",
                Map.of("csv", "start,mwh\n2026-01-01T00:00:00Z,1\n", "zone", "DE-LU"),
                id("bulk"));
        thing(
                "bulk",
                bulk.path("bulkId").asText(),
                absentLike(bulk.path("bulkId").asText()),
                ACME);
        JsonNode draft = greta.post("/api/v1/registrations", Map.of(), id("registration"));
        thing("registration", draft.path("id").asText(), "0".repeat(64), NORD);
        greta.put(
                "/api/v1/registrations/" + draft.path("id").asText() + "/identity",
                Map.of("name", canary("registration", false, NORD)),
                id("identity"));
        JsonNode paper = greta.send(
                "/api/v1/registrations/" + draft.path("id").asText() + "/files?purpose=PHOTO&name=photo.png",
                "image/png",
                PNG,
                id("paper"));
        words.put("$document", paper.path("id").asText());
        JsonNode invitation = greta.post(
                "/api/v1/organisation/invitations",
                Map.of(
                        "name",
                        "A Colleague",
                        "email",
                        canary("invited", true, NORD) + "@people.example",
                        "roles",
                        List.of("generator")),
                id("invitation"));
        thing(
                "invitationLink",
                invitation.path("secret").asText(),
                absentLike(invitation.path("secret").asText()),
                NORD);
        thing(
                "invitation",
                greta.get("/api/v1/organisation/invitations")
                        .path(0)
                        .path("invitationId")
                        .asText(),
                "0".repeat(64),
                NORD);
        JsonNode hook = greta.post(
                "/api/v1/webhooks",
                Map.of("url", "https://203.0.113.9/" + canary("hook", true, NORD), "types", "TradeSettled"),
                id("hook"));
        thing("webhook", hook.path("webhookId").asText(), "0".repeat(64), NORD);
        thing("member", "greta", "nobody-at-all", NORD);
        String name = "joiner-" + run;
        Map<String, String> application = Map.of(
                "legalName", "Joiner GmbH " + run,
                "accountId", name,
                "wanted", "buyer",
                "registrationNo", canary("application", true),
                "country", "DE",
                "address", "Street 1, 10115 Berlin",
                "contactName", "Jo Iner",
                "contactEmail", "jo@" + name + ".example",
                "terms", "yes");
        greta.post("/api/v1/join", application, id("join"));
        JsonNode applications = ida.get("/api/v1/organisations?waiting=true&limit=50");
        for (JsonNode each : applications.path("items")) {
            if (each.path("organisation").asText().equals(name)) {
                thing("organisation", each.path("id").asText(), "0".repeat(64), "");
            }
        }
    }

    private String newest(String list) throws IOException, InterruptedException {
        return greta.get(list).path("items").path(0).path("id").asText();
    }

    private void thing(String name, String real, String absent, String... owners) {
        assertThat(real).as("the id of " + name).isNotEmpty().isNotEqualTo(absent);
        things.put(name, new Thing(real, absent, Set.of(owners)));
    }

    /** An id with the same letters in the same places, but one that nothing has. */
    private static String absentLike(String id) {
        return id.replaceAll("[0-9]", "0").replaceAll("[a-f]", "a");
    }

    private String canary(String what, boolean overseers, String... organisations) {
        String word = "canary-" + what + "-" + run;
        canaries.put(word, new Canary(Set.of(organisations), overseers));
        return word;
    }

    private String id(String what) {
        return what + "-" + run;
    }

    Thing thing(String name) {
        Thing thing = things.get(name);
        assertThat(thing).as("the scene has a thing called " + name).isNotNull();
        return thing;
    }

    /** The text with what starts with a dollar sign filled in. */
    String filled(String text) {
        String filled = text;
        for (Map.Entry<String, String> word : words.entrySet()) {
            filled = filled.replace(word.getKey(), word.getValue());
        }
        return filled;
    }

    Map<String, Canary> canaries() {
        return canaries;
    }

    List<Person> people() {
        return people;
    }

    /** What the things look like to those whose they are. Whoever is denied must not change it. */
    String state() throws IOException, InterruptedException {
        StringBuilder state = new StringBuilder();
        state.append(bruno.get("/api/v1/transfers/" + thing("transfer").real()));
        state.append(bruno.get("/api/v1/beneficiaries"));
        state.append(bruno.get("/api/v1/bulk-retirements/" + thing("bulk").real()));
        state.append(greta.get("/api/v1/certificates/" + thing("certificate").real()));
        state.append(greta.get("/api/v1/registrations/" + thing("registration").real()));
        state.append(greta.get("/api/v1/registrations/" + thing("registration").real() + "/files"));
        state.append(greta.get("/api/v1/acts/proposals/" + thing("proposal").real()));
        state.append(greta.get("/api/v1/organisation/members"));
        state.append(greta.get("/api/v1/organisation/invitations"));
        state.append(greta.get("/api/v1/organisation/keys"));
        state.append(greta.get("/api/v1/webhooks"));
        state.append(ida.get("/api/v1/organisations/" + thing("organisation").real()));
        state.append(asker.get("/api/v1/approvals"));
        state.append(asker.get("/api/v1/approvals/limits"));
        return state.toString();
    }

    /** What an API call may throw. */
    private interface Look<T> {
        T look() throws IOException, InterruptedException;
    }

    private static <T> T quietly(Look<T> look) {
        try {
            return look.look();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
