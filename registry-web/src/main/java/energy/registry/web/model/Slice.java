package energy.registry.web.model;

import java.util.List;
import java.util.function.Function;

/** One page of a list; {@code next} is the cursor of the page after it, empty on the last page. */
public record Slice<T>(List<T> items, String next) {
    public Slice {
        items = List.copyOf(items);
    }

    public boolean hasNext() {
        return !next.isEmpty();
    }

    public boolean isEmpty() {
        return items.isEmpty();
    }

    public <R> Slice<R> map(Function<T, R> change) {
        return new Slice<>(items.stream().map(change).toList(), next);
    }

    public static <T> Slice<T> empty() {
        return new Slice<>(List.of(), "");
    }
}
