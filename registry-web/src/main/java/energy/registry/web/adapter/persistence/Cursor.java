package energy.registry.web.adapter.persistence;

import energy.registry.web.model.Slice;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The place in a list after which the next page starts: a number and an id, opaque to callers. */
public record Cursor(long number, String id) {
    public static Optional<Cursor> parse(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int bar = plain.indexOf('|');
            return bar < 0
                    ? Optional.empty()
                    : Optional.of(new Cursor(Long.parseLong(plain.substring(0, bar)), plain.substring(bar + 1)));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty(); // a cursor nobody issued starts at the beginning
        }
    }

    public Instant instant() {
        return Instant.ofEpochSecond(Math.floorDiv(number, MICROS), Math.floorMod(number, MICROS) * 1_000L);
    }

    public static Cursor of(Instant at, String id) {
        return new Cursor(at.getEpochSecond() * MICROS + at.getNano() / 1_000, id);
    }

    private static final long MICROS = 1_000_000L; // the database keeps microseconds

    public String text() {
        byte[] plain = (number + "|" + id).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
    }

    /** Cuts rows, read one more than wanted, to a slice. */
    public static <E> Slice<E> slice(List<E> rows, int limit, Function<E, Cursor> place) {
        if (rows.size() <= limit) {
            return new Slice<>(rows, "");
        }
        List<E> shown = rows.subList(0, limit);
        return new Slice<>(shown, place.apply(shown.get(limit - 1)).text());
    }
}
