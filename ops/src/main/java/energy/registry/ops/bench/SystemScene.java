package energy.registry.ops.bench;

import energy.registry.ops.device.HttpDoor;
import energy.registry.ops.device.ServiceAddresses;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The whole registry with its twin: every page that the meter service, the verifier and the ledger's nodes answer. A part of
 * three certificates is sold and retired first, so that there are lives with an end and statements to verify.
 */
final class SystemScene implements WebScene {
    private static final String SELLER = "windpark-nord";
    private static final String BUYER = "acme";
    private static final int SOLD = 3;

    /** The twin's two turbines catch up with eight quarters each; one held claim in eight is more than it has. */
    private static final long CERTIFICATES_MIN = 14;

    /** Eight quarters of three plants, one film each second or two; a busy machine takes a few times that. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final Duration LOOK = Duration.ofSeconds(2);

    private final WebReadModel model;
    private final HttpDoor gateway;
    private final HttpDoor meters;
    private final Consumer<String> progress;

    SystemScene(Map<String, String> environment, Consumer<String> progress) {
        this.model = WebReadModel.of(environment);
        ServiceAddresses services = ServiceAddresses.from(environment);
        this.gateway = new HttpDoor(services.gateway(), services.token());
        this.meters = new HttpDoor(services.ingest(), services.token());
        this.progress = progress;
    }

    @Override
    public long prepare() throws IOException, InterruptedException {
        progress.accept("waiting for the twin's first " + CERTIFICATES_MIN + " certificates ...");
        until("certificates of the twin", () -> count("certificate where issued") >= CERTIFICATES_MIN);
        if (count("retirement") == 0) {
            trade();
            until("retirements in the read model", () -> count("retirement") >= SOLD);
        }
        return count("certificate");
    }

    private void trade() throws IOException {
        List<String> goods = model.ids("select certificate_id from certificate where owner = '" + SELLER
                + "' and status = 'ACTIVE' and serial_to - serial_from > 2000 order by start_at limit " + SOLD);
        String validUntil = Instant.now()
                .plus(Duration.ofDays(30))
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        for (String good : goods) {
            HttpDoor.Answer offered = Scenery.must(
                    "offer",
                    gateway.post(
                            "/v1/offers",
                            TradeLoad.request("offer-" + good, SELLER)
                                    .put("certificateId", good)
                                    .put("priceMinorPerMwh", 4_250)
                                    .put("currency", Scenery.CURRENCY)
                                    .put("minLotWh", 1_000)
                                    .put("validUntil", validUntil)));
            HttpDoor.Answer bought = Scenery.must(
                    "purchase",
                    gateway.post(
                            "/v1/purchases",
                            TradeLoad.items(
                                            TradeLoad.request("buy-" + good, BUYER),
                                            offered.body().path("certificateId").asText(),
                                            2_000)
                                    .put("maxTotalMinor", Long.MAX_VALUE / 4)
                                    .put("currency", Scenery.CURRENCY)));
            String mine = bought.body().at("/certificates/0/certificateId").asText();
            Scenery.must(
                    "retirement",
                    gateway.post(
                            "/v1/retirements", TradeLoad.retirement(TradeLoad.request("retire-" + good, BUYER), mine)));
        }
        progress.accept(goods.size() + " certificates sold in part and retired");
    }

    private long count(String what) {
        try {
            return Long.parseLong(model.ids("select count(*) from " + what).get(0));
        } catch (IOException broken) {
            throw new IllegalStateException(broken.getMessage(), broken);
        }
    }

    private void until(String what, BooleanSupplier isThere) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isThere.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IOException("no " + what + " within " + PATIENCE.toMinutes() + " min");
            }
            TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
        }
    }

    @Override
    public String organisation(String role, int number) {
        return switch (role) {
            case "generator" -> number % 2 == 0 ? SELLER : "solarfeld-sued";
            case "buyer" -> number % 2 == 0 ? BUYER : "globex";
            default -> role;
        };
    }

    @Override
    public List<WebStop> stops(WebPeople.Visitor visitor) throws IOException {
        return new SystemPages(model, meters).of(visitor);
    }

    @Override
    public String notWalked() {
        return "pages that database, identity provider and WildFly answer alone; without --system they are walked";
    }
}
