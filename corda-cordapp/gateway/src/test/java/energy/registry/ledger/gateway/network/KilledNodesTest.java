package energy.registry.ledger.gateway.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.registry.ledger.gateway.fixture.Client;
import energy.registry.ledger.gateway.fixture.Client.Reply;
import energy.registry.ledger.gateway.fixture.Plant;
import energy.registry.ledger.gateway.http.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every process of the ledger is killed once with a registration, an issue, an offer, a purchase and a retirement under
 * way, and started again. Whoever asked asks again with the same request. In the end each request has happened once.
 */
@Tag("slow")
class KilledNodesTest {
    private static final String SELLER = "windpark-nord";
    private static final String BUYER = "acme";
    private static final long BUNDLE_WH = 400_000;
    private static final long DEPOSIT_MINOR = 1_000_000;

    /** A node starts in 20 s on an idle machine; a request may have to wait for two of them on a busy one. */
    private static final long ANSWER_MILLIS_MAX = 480_000;

    /** By then the flows are under way and none has ended; each victim is hit at another moment. */
    private static final long[] HIT_AFTER_MILLIS = {120, 260, 60, 400, 180};

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path data;

    /** A waiting request holds its thread, and all five wait together. */
    private static final ExecutorService THREADS = Executors.newCachedThreadPool();

    private static RunningNetwork network;
    private static Client client;
    private static int requests;

    @BeforeAll
    static void startEverything() throws Exception {
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
        must(
                "/v1/deposits",
                command()
                        .put("accountId", BUYER)
                        .put("amountMinor", DEPOSIT_MINOR)
                        .put("currency", "EUR")
                        .put("actor", "ida")
                        .put("reason", "bank transfer"));
    }

    @AfterAll
    static void stopEverything() throws Exception {
        network.close();
        THREADS.shutdownNow();
    }

    @Test
    void nothingIsLostAndNothingHappensTwice() throws Exception {
        List<Goods> all = new ArrayList<>();
        for (int round = 0; round <= CordaNode.values().length; round++) {
            Goods goods = prepare(round);
            all.add(goods);
            Map<String, CompletableFuture<Reply>> underWay = goods.begin();
            Thread.sleep(HIT_AFTER_MILLIS[round]);
            killAndStartAgain(round);
            for (Map.Entry<String, CompletableFuture<Reply>> one : underWay.entrySet()) {
                Reply reply = one.getValue().get();
                assertThat(reply.status()).as(one.getKey() + " " + reply.body()).isEqualTo(200);
            }
            goods.askedAgainAnswersTheSame(underWay);
        }
        assertThatTheFeedTellsEachOnce(all.size());
    }

    /** The four nodes in turn, then the gateway. */
    private static void killAndStartAgain(int round) throws Exception {
        if (round == CordaNode.values().length) {
            network.killGateway();
            network.startGateway();
        } else {
            network.kill(CordaNode.values()[round]);
            network.start(CordaNode.values()[round]);
        }
    }

    private static void assertThatTheFeedTellsEachOnce(int rounds) throws Exception {
        List<JsonNode> events = new ArrayList<>();
        JsonNode page = events(0);
        while (!page.isEmpty()) {
            page.forEach(events::add);
            page = events(events.size());
        }
        Map<String, Integer> counts = new LinkedHashMap<>();
        Map<String, Long> live = new LinkedHashMap<>();
        long retiredWh = 0;
        for (int i = 0; i < events.size(); i++) {
            JsonNode event = events.get(i);
            assertThat(event.path("seq").asLong()).isEqualTo(i + 1);
            counts.merge(event.path("type").asText(), 1, Integer::sum);
            JsonNode told = event.path("data");
            String certificate = told.path("certificateId").asText();
            switch (event.path("type").asText()) {
                case "CertificateChanged" ->
                    live.put(
                            certificate,
                            told.path("serialTo").asLong()
                                    - told.path("serialFrom").asLong());
                case "CertificateConsumed" -> live.remove(certificate);
                case "CertificateRetired" ->
                    retiredWh += told.path("quantityWh").asLong();
                default -> {
                    // no energy in it
                }
            }
        }
        assertThat(counts).containsEntry("DeviceRegistered", 2 * rounds).containsEntry("CertificateRetired", rounds);
        assertThat(counts).containsEntry("TradeSettled", 2 * rounds);
        assertThat(live.values().stream().mapToLong(Long::longValue).sum() + retiredWh)
                .isEqualTo(4 * BUNDLE_WH * rounds);
        assertThat(balance(SELLER) + balance(BUYER)).isEqualTo(DEPOSIT_MINOR);
    }

    private static JsonNode events(int after) throws Exception {
        return client.get("/v1/events?limit=500&after=" + after).body().path("events");
    }

    private static long balance(String accountId) throws Exception {
        return client.get("/v1/accounts/" + accountId + "/balance")
                .body()
                .at("/0/amountMinor")
                .asLong();
    }

    /** One device with three certificates, one free, one offered, one sold; and what is to happen to each. */
    private static Goods prepare(int round) throws Exception {
        Plant plant = new Plant("10" + round + "0", SELLER);
        must("/v1/devices", device(plant));
        List<String> certificates = new ArrayList<>();
        for (int quarter = 0; quarter < 3; quarter++) {
            long register = BUNDLE_WH * (quarter + 1);
            certificates.add(must("/v1/claims", claim(plant, quarter, register)).text("certificateId"));
        }
        must("/v1/offers", offer(certificates.get(1)));
        must("/v1/offers", offer(certificates.get(2)));
        must("/v1/purchases", purchase(certificates.get(2)));
        Map<String, ObjectNode> commands = new LinkedHashMap<>();
        commands.put("/v1/devices", device(new Plant("10" + round + "5", SELLER)));
        commands.put("/v1/claims", claim(plant, 3, BUNDLE_WH * 4));
        commands.put("/v1/offers", offer(certificates.get(0)));
        commands.put("/v1/purchases", purchase(certificates.get(1)));
        commands.put("/v1/retirements", retirement(certificates.get(2)));
        return new Goods(commands);
    }

    private record Goods(Map<String, ObjectNode> commands) {
        Map<String, CompletableFuture<Reply>> begin() {
            Map<String, CompletableFuture<Reply>> underWay = new LinkedHashMap<>();
            commands.forEach((path, body) ->
                    underWay.put(path, CompletableFuture.supplyAsync(() -> untilAnswered(path, body), THREADS)));
            return underWay;
        }

        void askedAgainAnswersTheSame(Map<String, CompletableFuture<Reply>> first) throws Exception {
            for (Map.Entry<String, ObjectNode> command : commands.entrySet()) {
                Reply again = untilAnswered(command.getKey(), command.getValue());
                assertThat(again.text("txId"))
                        .isEqualTo(first.get(command.getKey()).get().text("txId"));
            }
        }
    }

    private static Reply must(String path, ObjectNode body) {
        Reply reply = untilAnswered(path, body);
        assertThat(reply.status()).as(path + " " + reply.body()).isEqualTo(200);
        return reply;
    }

    /** Asks until there is an answer that is not "not now": as the registry's own clients do. */
    private static Reply untilAnswered(String path, ObjectNode body) {
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

    private static ObjectNode command() {
        return Json.MAPPER.createObjectNode().put("requestId", "k" + requests++);
    }

    private static ObjectNode account(String id, String role) {
        ObjectNode body = command().put("accountId", id).put("name", id).put("country", "DE");
        body.putArray("roles").add(role);
        return body;
    }

    private static ObjectNode device(Plant plant) {
        ObjectNode body = command().put("actor", "ida").put("reason", "approved");
        // Each in a place of its own: two devices of a kind in one place need the regulator's consent.
        body.set("device", plant.device().put("latitude", 50 + requests / 100.0));
        return body;
    }

    private static ObjectNode claim(Plant plant, int quarter, long registerWh) {
        byte[] claim = plant.claims(quarter, registerWh - BUNDLE_WH, registerWh).encode();
        return Json.MAPPER.createObjectNode().put("claim", Plant.base64(claim));
    }

    private static ObjectNode offer(String certificateId) {
        return command()
                .put("accountId", SELLER)
                .put("certificateId", certificateId)
                .put("priceMinorPerMwh", 4_250)
                .put("currency", "EUR")
                .put("minLotWh", 1_000)
                .put("validUntil", "2036-01-01T00:00:00Z");
    }

    private static ObjectNode purchase(String certificateId) {
        ObjectNode body =
                command().put("accountId", BUYER).put("maxTotalMinor", 10_000).put("currency", "EUR");
        body.putArray("items").addObject().put("certificateId", certificateId).put("quantityWh", 0);
        return body;
    }

    private static ObjectNode retirement(String certificateId) {
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
