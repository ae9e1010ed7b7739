package energy.registry.ledger.gateway.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.registry.domain.claim.SignedClaim;
import energy.registry.ledger.gateway.fixture.Client;
import energy.registry.ledger.gateway.fixture.Client.Reply;
import energy.registry.ledger.gateway.fixture.Plant;
import energy.registry.ledger.gateway.http.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Processes of the ledger are killed with every kind of act under way, and started again. Whoever asked asks again with
 * the same request. In the end each request has happened once.
 */
final class KilledProcesses implements AutoCloseable {
    private static final String SELLER = "windpark-nord";
    private static final String BUYER = "acme";
    private static final long BUNDLE_WH = 400_000;
    private static final int BUNDLES_A_ROUND = 6;
    private static final long DEPOSIT_MINOR = 1_000_000;
    private static final long PAID_OUT_MINOR = 1;

    /** A node starts in 20 s on an idle machine; a request may have to wait for two of them on a busy one. */
    private static final long ANSWER_MILLIS_MAX = 600_000;

    /** What is told after the answer reaches the regulator when the killed node is back. */
    private static final long TOLD_MILLIS_MAX = 300_000;

    /** A waiting request holds its thread, and all of a round wait together. */
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private final RunningNetwork network;
    private final Client client;
    private int requests;
    private int rounds;

    /** What is killed, and how long after the acts of its round have begun, ms; each at another moment. */
    enum Victim {
        NOTARY(120),
        ISSUING_BODY(260),
        MARKET(60),
        MARKET_LATER(700),
        REGULATOR(400),
        GATEWAY(180);

        private final long hitAfterMillis;

        Victim(long hitAfterMillis) {
            this.hitAfterMillis = hitAfterMillis;
        }
    }

    KilledProcesses(Path data) throws Exception {
        network = new RunningNetwork(data, NodeHome.at(Path.of("target/corda-node")));
        network.bootstrap();
        for (CordaNode node : CordaNode.values()) {
            network.start(node);
        }
        network.startGateway();
        network.awaitHealthy();
        client = network.client();
        must("/v1/accounts", account(SELLER, "generator"));
        must("/v1/accounts", account(BUYER, "buyer"));
        must("/v1/deposits", money(DEPOSIT_MINOR));
    }

    @Override
    public void close() throws Exception {
        network.close();
        threads.shutdownNow();
    }

    void killInTurn(Victim... victims) throws Exception {
        for (Victim victim : victims) {
            Map<String, ObjectNode> acts = prepare();
            Map<String, CompletableFuture<Reply>> underWay = begin(acts);
            Thread.sleep(victim.hitAfterMillis);
            long open = underWay.values().stream().filter(act -> !act.isDone()).count();
            killAndStartAgain(victim);
            settle(victim.name(), acts, underWay, open);
        }
    }

    /** The other nodes have not heard of the purchase when its node dies: it is told when the node is back. */
    void killMarketRightAfterItsAnswer() throws Exception {
        Map<String, ObjectNode> acts = prepare();
        Map<String, CompletableFuture<Reply>> underWay = begin(acts);
        underWay.get("/v1/purchases").get();
        killAndStartAgain(Victim.MARKET);
        settle("MARKET after its answer", acts, underWay, underWay.size());
    }

    private void settle(
            String name, Map<String, ObjectNode> acts, Map<String, CompletableFuture<Reply>> underWay, long open)
            throws Exception {
        System.out.println("killed " + name + " with " + open + " of " + acts.size() + " acts under way");
        assertThat(open).as("acts under way when %s was killed", name).isPositive();
        for (Map.Entry<String, CompletableFuture<Reply>> one : underWay.entrySet()) {
            Reply reply = one.getValue().get();
            assertThat(reply.status()).as(one.getKey() + " " + reply.body()).isEqualTo(200);
        }
        for (Map.Entry<String, ObjectNode> act : acts.entrySet()) {
            assertThat(untilAnswered(act.getKey(), act.getValue()).text("txId"))
                    .as(act.getKey())
                    .isEqualTo(underWay.get(act.getKey()).get().text("txId"));
        }
    }

    private void killAndStartAgain(Victim victim) throws Exception {
        switch (victim) {
            case GATEWAY -> {
                network.killGateway();
                network.startGateway();
            }
            case NOTARY -> again(CordaNode.NOTARY);
            case ISSUING_BODY -> again(CordaNode.ISSUING_BODY);
            case MARKET, MARKET_LATER -> again(CordaNode.MARKET);
            case REGULATOR -> again(CordaNode.REGULATOR);
        }
    }

    private void again(CordaNode node) throws Exception {
        network.kill(node);
        network.start(node);
    }

    /** Waits until the regulator's node has told everything, then holds all it told against what was asked. */
    void assertThatEachActHappenedOnce() throws Exception {
        long deadline = System.nanoTime() + TOLD_MILLIS_MAX * 1_000_000;
        Told told = new Told(events());
        while (told.sales() < 2 * rounds && System.nanoTime() < deadline) {
            Thread.sleep(1_000);
            told = new Told(events());
        }
        assertThat(told.counts)
                .containsEntry("DeviceRegistered", 2 * rounds)
                .containsEntry("CertificateRetired", rounds)
                .containsEntry("TradeSettled", 2 * rounds)
                .containsEntry("ProceedsReceived", 2 * rounds)
                .containsEntry("TransferProposed", rounds)
                .containsEntry("CertificateWithdrawn", rounds);
        assertThat(told.wattHours()).isEqualTo(BUNDLES_A_ROUND * BUNDLE_WH * rounds);
        assertThat(balance(SELLER) + balance(BUYER)).isEqualTo(DEPOSIT_MINOR - PAID_OUT_MINOR * rounds);
    }

    /** What the feed tells: how often each kind of event, and the energy that lives and that has ended. */
    private static final class Told {
        private final Map<String, Integer> counts = new LinkedHashMap<>();
        private final Map<String, Long> live = new LinkedHashMap<>();
        private long endedWh;

        Told(List<JsonNode> events) {
            for (int i = 0; i < events.size(); i++) {
                JsonNode event = events.get(i);
                assertThat(event.path("seq").asLong()).isEqualTo(i + 1);
                counts.merge(event.path("type").asText(), 1, Integer::sum);
                take(event.path("type").asText(), event.path("data"));
            }
        }

        private void take(String type, JsonNode told) {
            String certificate = told.path("certificateId").asText();
            switch (type) {
                case "CertificateChanged" ->
                    live.put(
                            certificate,
                            told.path("serialTo").asLong()
                                    - told.path("serialFrom").asLong());
                case "CertificateConsumed" -> live.remove(certificate);
                case "CertificateRetired", "CertificateWithdrawn" ->
                    endedWh += told.path("quantityWh").asLong();
                default -> {
                    // no energy in it
                }
            }
        }

        int sales() {
            return counts.getOrDefault("TradeSettled", 0);
        }

        long wattHours() {
            return live.values().stream().mapToLong(Long::longValue).sum() + endedWh;
        }
    }

    private List<JsonNode> events() throws Exception {
        List<JsonNode> events = new ArrayList<>();
        JsonNode page = events(0);
        while (!page.isEmpty()) {
            page.forEach(events::add);
            page = events(events.size());
        }
        return events;
    }

    private JsonNode events(int after) throws Exception {
        return client.get("/v1/events?limit=500&after=" + after).body().path("events");
    }

    private long balance(String accountId) throws Exception {
        return client.get("/v1/accounts/" + accountId + "/balance")
                .body()
                .at("/0/amountMinor")
                .asLong();
    }

    /** One device with five certificates, and what is to happen to each. */
    private Map<String, ObjectNode> prepare() {
        int round = rounds++;
        Plant plant = new Plant("10" + round + "0", SELLER);
        must("/v1/devices", device(plant));
        List<SignedClaim> claims = claims(plant);
        List<String> certificates = new ArrayList<>();
        for (SignedClaim issued : claims.subList(0, BUNDLES_A_ROUND - 1)) {
            certificates.add(must("/v1/claims", claim(issued)).text("certificateId"));
        }
        must("/v1/offers", offer(certificates.get(1)));
        must("/v1/offers", offer(certificates.get(2)));
        must("/v1/purchases", purchase(certificates.get(2)));
        Map<String, ObjectNode> acts = new LinkedHashMap<>();
        acts.put("/v1/devices", device(new Plant("10" + round + "5", SELLER)));
        acts.put("/v1/claims", claim(claims.get(BUNDLES_A_ROUND - 1)));
        acts.put("/v1/offers", offer(certificates.get(0)));
        acts.put("/v1/purchases", purchase(certificates.get(1)));
        acts.put("/v1/retirements", retirement(certificates.get(2)));
        acts.put("/v1/transfers", transfer(certificates.get(3)));
        acts.put("/v1/withdrawals-of-certificates", withdrawal(plant, BUNDLES_A_ROUND - 2));
        acts.put("/v1/withdrawals", money(PAID_OUT_MINOR));
        return acts;
    }

    private Map<String, CompletableFuture<Reply>> begin(Map<String, ObjectNode> acts) {
        Map<String, CompletableFuture<Reply>> underWay = new LinkedHashMap<>();
        acts.forEach((path, body) ->
                underWay.put(path, CompletableFuture.supplyAsync(() -> untilAnswered(path, body), threads)));
        return underWay;
    }

    private Reply must(String path, ObjectNode body) {
        Reply reply = untilAnswered(path, body);
        assertThat(reply.status()).as(path + " " + reply.body()).isEqualTo(200);
        return reply;
    }

    /** Asks until there is an answer that is not "not now": as the registry's own clients do. */
    private Reply untilAnswered(String path, ObjectNode body) {
        long deadline = System.nanoTime() + ANSWER_MILLIS_MAX * 1_000_000;
        while (true) {
            try {
                Reply reply = client.post(path, body);
                boolean later = reply.status() >= 500 || reply.text("rule").equals("LEDGER_IS_NOT_CONTENDED");
                if (!later || System.nanoTime() > deadline) {
                    return reply;
                }
                Thread.sleep(1_000);
            } catch (IOException away) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException(path + " was not answered in time", away);
                }
                pause();
            } catch (InterruptedException stopping) {
                throw new IllegalStateException(stopping);
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(1_000);
        } catch (InterruptedException stopping) {
            throw new IllegalStateException(stopping);
        }
    }

    private ObjectNode command() {
        return Json.MAPPER.createObjectNode().put("requestId", "k" + requests++);
    }

    private ObjectNode account(String id, String role) {
        ObjectNode body = command().put("accountId", id).put("name", id).put("country", "DE");
        body.putArray("roles").add(role);
        return body;
    }

    private ObjectNode device(Plant plant) {
        ObjectNode body = command().put("actor", "ida").put("reason", "approved");
        // Each in a place of its own: two devices of a kind in one place need the regulator's consent.
        body.set("device", plant.device().put("latitude", 50 + requests / 100.0));
        return body;
    }

    private static List<SignedClaim> claims(Plant plant) {
        List<SignedClaim> claims = new ArrayList<>(List.of(plant.claims(0, 0, BUNDLE_WH)));
        for (int quarter = 1; quarter < BUNDLES_A_ROUND; quarter++) {
            claims.add(plant.claimsAfter(
                    claims.get(quarter - 1), quarter, BUNDLE_WH * quarter, BUNDLE_WH * (quarter + 1)));
        }
        return claims;
    }

    private static ObjectNode claim(SignedClaim claim) {
        return Json.MAPPER.createObjectNode().put("claim", Plant.base64(claim.encode()));
    }

    private ObjectNode money(long amountMinor) {
        return command()
                .put("accountId", BUYER)
                .put("amountMinor", amountMinor)
                .put("currency", "EUR")
                .put("actor", "ida")
                .put("reason", "bank transfer");
    }

    private ObjectNode transfer(String certificateId) {
        ObjectNode body = command()
                .put("accountId", SELLER)
                .put("receiver", BUYER)
                .put("until", Instant.now().plus(Duration.ofHours(48)).toString())
                .put("actor", "greta");
        body.putArray("items").addObject().put("certificateId", certificateId);
        return body;
    }

    private ObjectNode withdrawal(Plant plant, int quarter) {
        return command()
                .put("actor", "ida")
                .put("reason", "meter was read twice")
                .put("meterId", plant.meterId())
                .put("start", Plant.startOf(quarter).toString())
                .put("end", Plant.startOf(quarter + 1).toString());
    }

    private ObjectNode offer(String certificateId) {
        return command()
                .put("accountId", SELLER)
                .put("certificateId", certificateId)
                .put("priceMinorPerMwh", 4_250)
                .put("currency", "EUR")
                .put("minLotWh", 1_000)
                .put("validUntil", "2036-01-01T00:00:00Z");
    }

    private ObjectNode purchase(String certificateId) {
        ObjectNode body =
                command().put("accountId", BUYER).put("maxTotalMinor", 10_000).put("currency", "EUR");
        body.putArray("items").addObject().put("certificateId", certificateId).put("quantityWh", 0);
        return body;
    }

    private ObjectNode retirement(String certificateId) {
        ObjectNode body = command()
                .put("accountId", BUYER)
                .put("purpose", "Electricity use 2026")
                .put("mainReason", "VOLUNTARY")
                .put("periodStart", "2026-11-01T00:00:00Z")
                .put("periodEnd", "2026-12-01T00:00:00Z");
        body.putArray("items").addObject().put("certificateId", certificateId).put("quantityWh", 0);
        body.putObject("beneficiary")
                .put("name", "Acme B.V.")
                .put("id", "NL-1")
                .put("country", "NL")
                .put("location", "Amsterdam");
        return body;
    }
}
