package energy.registry.domain.cursor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.registry.domain.encoding.CanonicalWriter;
import energy.registry.domain.energy.WattHours;
import energy.registry.domain.identity.SigningKey;
import energy.registry.fixture.Plant;
import org.junit.jupiter.api.Test;

final class CursorPageTest {
    private static final SigningKey OWNER = SigningKey.of(new byte[] {1});

    private static MeterCursor cursor(String number) {
        return MeterCursor.fresh(Plant.of(number, "acme").device(), OWNER);
    }

    @Test
    void aPageFindsACursorByItsMeterAndReplacesIt() {
        MeterCursor one = cursor("0001");
        MeterCursor two = cursor("0002");
        CursorPage page = CursorPage.empty(3).plus(one).plus(two);
        assertThat(page.number()).isEqualTo(3);
        assertThat(page.cursors()).containsExactly(one, two);
        assertThat(page.ofMeter("MTR-0002")).contains(two);
        assertThat(page.ofMeter("MTR-0003")).isEmpty();
        MeterCursor indebted = two.withMoreDebt(WattHours.of(5));
        assertThat(page.with(indebted).cursors()).containsExactly(one, indebted);
        assertThat(page.with(indebted).ofMeter("MTR-0001")).contains(one);
    }

    @Test
    void aPageIsItsBytes() {
        CursorPage page = CursorPage.empty(3).plus(cursor("0001"));
        CursorPage again = CursorPage.decode(page.encode());
        assertThat(again).isEqualTo(page).hasSameHashCodeAs(page);
        assertThat(again.cursors()).hasSize(1);
        assertThat(page).isNotEqualTo(CursorPage.empty(3)).isNotEqualTo("page");
        assertThat(page.hashCode()).isNotEqualTo(CursorPage.empty(4).hashCode());
        assertThat(CursorPage.empty(0).number()).isZero();
    }

    @Test
    void aPageHasRoomForSoMany() {
        MeterCursor cursor = cursor("0001");
        CursorPage page = CursorPage.empty(0);
        for (int i = 0; i < CursorPage.CURSORS_MAX; i++) {
            assertThat(page.isFull()).isFalse();
            page = page.plus(cursor);
        }
        assertThat(page.isFull()).isTrue();
        assertThat(CursorPage.decode(page.encode()).cursors()).hasSize(CursorPage.CURSORS_MAX);
        CursorPage full = page;
        assertThatThrownBy(() -> full.plus(cursor)).hasMessageContaining("page 0 of 33 cursors");
        byte[] negative = new CanonicalWriter(CursorPage.TAG).i32(-1).i32(0).toBytes();
        assertThatThrownBy(() -> CursorPage.decode(negative)).hasMessageContaining("page -1");
    }

    @Test
    void aGapEndsAfterItStartsAndItsRegisterDoesNotFall() {
        assertThat(new Gap(0, 1, -1, -1, 0).isOpen()).isFalse();
        assertThatThrownBy(() -> new Gap(1, 1, 0, 0, 0)).hasMessageContaining("gap");
        assertThatThrownBy(() -> new Gap(0, 1, 1, 0, 0)).hasMessageContaining("gap");
        assertThatThrownBy(() -> new Gap(0, 1, -2, 0, 0)).hasMessageContaining("gap");
    }
}
