package energy.registry.ops.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.registry.domain.identity.SigningKey;
import energy.registry.ops.device.HttpDoor;
import energy.registry.ops.device.Json;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** One reading of everything that the regulator's node has, against the published keys, and what it found. */
public final class Audit {
    private static final double MILLIS_PER_SECOND = 1_000;

    private final Books books;
    private final MoneyBooks money;
    private final SignatureAudit signatures;
    private final double seconds;

    private Audit(Books books, MoneyBooks money, SignatureAudit signatures, double seconds) {
        this.books = books;
        this.money = money;
        this.signatures = signatures;
        this.seconds = seconds;
    }

    /** @param data the folder with {@code keys/published.json} */
    public static Audit of(HttpDoor gateway, Path data) throws IOException, UnreadableEvent {
        long begin = System.nanoTime();
        Path published = data.resolve("keys/published.json");
        ClaimSignatures claims = new ClaimSignatures(key(published, "notary"), key(published, "issuingBody"));
        Books books = new Books();
        MoneyBooks money = new MoneyBooks();
        try (SignatureAudit signatures = new SignatureAudit(gateway, claims)) {
            Devices devices = new Devices();
            new RegulatorFeed(gateway).tell(devices, transaction -> {
                books.post(transaction);
                money.post(transaction);
                signatures.check(transaction, devices);
            });
            signatures.finish();
            books.close();
            books.compareWith(signatures.meteredWh());
            money.close();
            return new Audit(
                    books,
                    money,
                    signatures,
                    Duration.ofNanos(System.nanoTime() - begin).toMillis() / MILLIS_PER_SECOND);
        }
    }

    private static SigningKey key(Path published, String name) throws IOException {
        try {
            String key = Json.parse(Files.readString(published))
                    .orElseThrow(() -> new IOException(published + " holds no JSON"))
                    .path(name)
                    .asText();
            return SigningKey.of(Base64.getDecoder().decode(key));
        } catch (IllegalArgumentException noKey) {
            throw new IOException(published + " has no key '" + name + "'; ops/registry up writes it", noKey);
        }
    }

    public boolean isInOrder() {
        return books.overlaps().isEmpty()
                && books.imbalances().isEmpty()
                && money.imbalances().isEmpty()
                && signatures.wrong().isEmpty();
    }

    private List<String> imbalances() {
        return Stream.concat(books.imbalances().stream(), money.imbalances().stream())
                .toList();
    }

    public long certificates() {
        return books.certificates();
    }

    public double seconds() {
        return seconds;
    }

    String json() {
        ObjectNode result = Json.object().put("ok", isInOrder()).put("certificates", books.certificates());
        list(result, "overlaps", books.overlaps());
        list(result, "imbalances", imbalances());
        result.put("signaturesChecked", signatures.checked());
        list(result, "signatures", signatures.wrong());
        ObjectNode energy = result.putObject("energyWh");
        books.fatesWh().forEach((fate, sum) -> energy.put(fate.name().toLowerCase(Locale.ROOT), sum));
        ObjectNode booked = result.putObject("bookedMinor");
        money.bookedMinor().forEach(booked::put);
        return Json.text(result.put("seconds", seconds));
    }

    private static void list(ObjectNode result, String name, List<String> values) {
        values.forEach(result.putArray(name)::add);
    }

    void print(PrintStream out) {
        out.printf(Locale.ROOT, "%-24s %20s %20s%n", "device", "issued Wh", "retired Wh");
        Map<String, Long> retired = books.retiredWh();
        books.issuedWh()
                .forEach((deviceId, issued) -> out.printf(
                        Locale.ROOT, "%-24s %,20d %,20d%n", deviceId, issued, retired.getOrDefault(deviceId, 0L)));
        books.overlaps().forEach(overlap -> out.println("OVERLAP   " + overlap));
        imbalances().forEach(imbalance -> out.println("IMBALANCE " + imbalance));
        signatures.wrong().forEach(wrong -> out.println("SIGNATURE " + wrong));
        out.printf(
                Locale.ROOT,
                "%s: %d certificates, %d signatures from the regulator's node in %.1f s%n",
                isInOrder() ? "in order" : "NOT IN ORDER",
                books.certificates(),
                signatures.checked(),
                seconds);
    }
}
