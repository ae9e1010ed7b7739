package energy.registry.ops.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.registry.ops.bench.CallLoad.Call;
import energy.registry.ops.bench.CallLoad.Run;
import energy.registry.ops.bench.IssueLoad.Issued;
import energy.registry.ops.device.HttpDoor;
import energy.registry.ops.device.Json;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Offers, purchases of a part of each, transfers and retirements of what was bought, by some buyers side by side. */
final class TradeLoad {
    private static final long PRICE_MINOR_PER_MWH = 4_250;
    private static final int NOT_FOUND = 404;

    private final HttpDoor gateway;
    private final Scenery scenery;
    private final AtomicInteger requests = new AtomicInteger();

    TradeLoad(HttpDoor gateway, Scenery scenery) {
        this.gateway = gateway;
        this.scenery = scenery;
    }

    /** The goods are offered, half of each is bought, and what was bought is sent on or retired; by kind of call. */
    Map<String, Run> run(int clients, List<Issued> goods) throws IOException, InterruptedException {
        Map<String, Run> runs = new LinkedHashMap<>();
        List<List<Issued>> shares = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            shares.add(new ArrayList<>());
        }
        for (int i = 0; i < goods.size(); i++) {
            shares.get(i % clients).add(goods.get(i));
        }
        Run offered = run(shares, this::offer);
        runs.put("offer", offered);
        Run bought = run(offers(shares, offered), this::buy);
        runs.put("purchase", bought);
        List<List<Issued>> holdings = holdings(bought);
        if (gateway.post("/v1/transfers", Json.object()).status() != NOT_FOUND) {
            runs.put("transfer", run(half(holdings, 0), this::transfer));
        }
        runs.put("retire", run(half(holdings, 1), this::retire));
        return runs;
    }

    private interface Order {
        HttpDoor.Answer send(int client, Issued good) throws IOException;
    }

    private static Run run(List<List<Issued>> shares, Order order) throws IOException, InterruptedException {
        List<List<Call>> work = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            int client = i;
            work.add(shares.get(i).stream()
                    .map(good -> (Call) () -> order.send(client, good))
                    .toList());
        }
        return CallLoad.run("trade", work);
    }

    private static List<List<Issued>> offers(List<List<Issued>> shares, Run offered) {
        List<List<Issued>> offers = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            List<Issued> own = new ArrayList<>();
            for (int j = 0; j < shares.get(i).size(); j++) {
                Issued good = shares.get(i).get(j);
                String id = offered.answers()
                        .get(i)
                        .get(j)
                        .body()
                        .path("certificateId")
                        .asText();
                own.add(new Issued(id, good.owner(), good.energyWh()));
            }
            offers.add(own);
        }
        return offers;
    }

    private static List<List<Issued>> holdings(Run bought) {
        return bought.answers().stream()
                .map(own -> own.stream().map(TradeLoad::holding).toList())
                .toList();
    }

    private static Issued holding(HttpDoor.Answer bought) {
        JsonNode certificate = bought.body().at("/certificates/0");
        return new Issued(
                certificate.path("certificateId").asText(),
                "",
                certificate.path("quantityWh").asLong());
    }

    private static List<List<Issued>> half(List<List<Issued>> shares, int which) {
        return shares.stream()
                .map(own -> own.subList(which * own.size() / 2, (which + 1) * own.size() / 2))
                .toList();
    }

    private ObjectNode request(String accountId) {
        return request(scenery.run() + "-" + requests.incrementAndGet(), accountId);
    }

    static ObjectNode request(String requestId, String accountId) {
        return Json.object()
                .put("requestId", requestId)
                .put("accountId", accountId)
                .put("actor", "bench");
    }

    static ObjectNode items(ObjectNode body, String certificateId, long quantityWh) {
        ObjectNode item = body.putArray("items").addObject().put("certificateId", certificateId);
        if (quantityWh > 0) {
            item.put("quantityWh", quantityWh);
        }
        return body;
    }

    private HttpDoor.Answer offer(int client, Issued good) throws IOException {
        return gateway.post(
                "/v1/offers",
                request(good.owner())
                        .put("certificateId", good.certificateId())
                        .put("priceMinorPerMwh", PRICE_MINOR_PER_MWH)
                        .put("currency", Scenery.CURRENCY)
                        .put("minLotWh", 1_000)
                        .put("validUntil", inFuture(Duration.ofDays(30))));
    }

    private HttpDoor.Answer buy(int client, Issued offer) throws IOException {
        return gateway.post(
                "/v1/purchases",
                items(request(scenery.buyer(client)), offer.certificateId(), offer.energyWh() / 2)
                        .put("maxTotalMinor", Long.MAX_VALUE / 4)
                        .put("currency", Scenery.CURRENCY));
    }

    private HttpDoor.Answer transfer(int client, Issued good) throws IOException {
        return gateway.post(
                "/v1/transfers",
                items(request(scenery.buyer(client)), good.certificateId(), 0)
                        .put("receiver", scenery.buyer((client + 1) % Scenery.BUYERS))
                        .put("until", inFuture(Duration.ofHours(48))));
    }

    private HttpDoor.Answer retire(int client, Issued good) throws IOException {
        return gateway.post("/v1/retirements", retirement(request(scenery.buyer(client)), good.certificateId()));
    }

    static ObjectNode retirement(ObjectNode request, String certificateId) {
        ObjectNode body = items(request, certificateId, 0)
                .put("purpose", "measurement")
                .put("mainReason", "VOLUNTARY")
                .put("periodStart", "2026-01-01T00:00:00Z")
                .put("periodEnd", "2027-01-01T00:00:00Z");
        body.putObject("beneficiary")
                .put("name", "Bench")
                .put("id", "DE-1")
                .put("country", "DE")
                .put("location", "Kiel");
        return body;
    }

    private static String inFuture(Duration distance) {
        return Instant.now().plus(distance).truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
