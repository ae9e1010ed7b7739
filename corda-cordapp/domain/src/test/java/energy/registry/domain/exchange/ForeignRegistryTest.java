package energy.registry.domain.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.registry.domain.encoding.CanonicalWriter;
import energy.registry.domain.identity.SigningKey;
import energy.registry.fixture.Plant;
import java.util.BitSet;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ForeignRegistryTest {
    private static final SigningKey KEY = Plant.of("0001", "x").device().meterKey();
    private static final ForeignRegistry EMPTY = ForeignRegistry.fresh("NORDIC", KEY);

    @Test
    void aRegistryIsReadAsItWasWritten() {
        ForeignRegistry registry = EMPTY.importing("NORDIC~B", 5, 9)
                .get()
                .importing("NORDIC~A", 0, 3)
                .get();
        ForeignRegistry read = ForeignRegistry.decode(registry.encode());
        assertThat(read).isEqualTo(registry).hasSameHashCodeAs(registry);
        assertThat(read.name()).isEqualTo("NORDIC");
        assertThat(read.key()).isEqualTo(KEY);
        assertThat(read.devicePrefix()).isEqualTo("NORDIC~");
        assertThat(read.ranges()).isEqualTo(2);
        assertThat(registry).isNotEqualTo(EMPTY);
    }

    /** A bit for each watt-hour is the model. */
    @Test
    void noWattHourComesInTwiceInAnyOrder() {
        Random random = new Random(20_261_125);
        for (int round = 0; round < 50; round++) {
            ForeignRegistry registry = EMPTY;
            BitSet seen = new BitSet();
            for (int step = 0; step < 60; step++) {
                int from = random.nextInt(200);
                int to = from + 1 + random.nextInt(12);
                Optional<ForeignRegistry> next = registry.importing("NORDIC~A", from, to);
                boolean isNew = seen.get(from, to).isEmpty();
                assertThat(next.isPresent()).isEqualTo(isNew);
                if (isNew) {
                    seen.set(from, to);
                    registry = ForeignRegistry.decode(next.get().encode());
                }
            }
        }
    }

    @Test
    void rangesThatTouchAreOne() {
        ForeignRegistry registry = EMPTY.importing("NORDIC~A", 0, 3)
                .get()
                .importing("NORDIC~A", 6, 9)
                .get()
                .importing("NORDIC~A", 3, 6)
                .get();
        assertThat(registry.ranges()).isEqualTo(1);
        assertThat(registry.importing("NORDIC~A", 8, 10)).isEmpty();
        assertThat(registry.importing("NORDIC~B", 8, 10)).isPresent();
        assertThat(registry.isFull()).isFalse();
    }

    @Test
    void aRegistryHasAsManyRangesAsAStateHolds() {
        ForeignRegistry registry = EMPTY;
        for (int i = 0; i < ForeignRegistry.RANGES_MAX; i++) {
            assertThat(registry.isFull()).isFalse();
            registry = registry.importing("NORDIC~A", 3L * i, 3L * i + 2).get();
        }
        assertThat(registry.isFull()).isTrue();
        assertThat(ForeignRegistry.decode(registry.encode())).isEqualTo(registry);
        assertThat(registry.hashCode())
                .isNotEqualTo(ForeignRegistry.fresh("OTHER", KEY).hashCode());
    }

    /** Written by hand: {@link ForeignRegistry#importing} never makes such a list. */
    @Test
    void rangesAreReadInOrderApartAndWithSomethingInThem() {
        assertThat(ForeignRegistry.decode(ranges("A", 0, 3, "A", 4, 6)).ranges())
                .isEqualTo(2);
        assertThat(ForeignRegistry.decode(ranges("A", 0, 3, "B", 0, 3)).ranges())
                .isEqualTo(2);
        assertThatThrownBy(() -> ForeignRegistry.decode(ranges("A", 4, 6, "A", 0, 3)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ForeignRegistry.decode(ranges("A", 0, 3, "A", 2, 6)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ForeignRegistry.decode(ranges("A", 0, 3, "A", 3, 6)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ForeignRegistry.decode(ranges("A", 0, 3, "A", 0, 3)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ForeignRegistry.decode(ranges("A", 0, 3, "A", 5, 5)))
                .hasMessageContaining("5-5 holds nothing");
        assertThatThrownBy(() -> ForeignRegistry.decode(ranges("A", -1, 3, "A", 5, 6)))
                .hasMessageContaining("-1-3");
    }

    private static byte[] ranges(String first, long from, long to, String second, long nextFrom, long nextTo) {
        return new CanonicalWriter(ForeignRegistry.TAG)
                .text("NORDIC")
                .bytes(KEY.encoded())
                .i32(2)
                .text(first)
                .i64(from)
                .i64(to)
                .text(second)
                .i64(nextFrom)
                .i64(nextTo)
                .toBytes();
    }
}
