package energy.registry.domain.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FreezeListTest {
    private static final Freeze DEVICE = freeze("FR-1", FrozenKind.DEVICE, "WTG-1", "", 100, 200);
    private static final Freeze ACCOUNT = freeze("FR-2", FrozenKind.ACCOUNT, "acme", "ab12", 100, Freeze.OPEN);

    private static Freeze freeze(String id, FrozenKind kind, String subject, String key, long from, long until) {
        return new Freeze(id, kind, subject, key, Authority.REGULATOR, "C-1", "why", from, until);
    }

    @Test
    void whatIsFrozenIsFoundUntilItsEnd() {
        FreezeList list = FreezeList.EMPTY.plus(DEVICE).plus(ACCOUNT);
        assertThat(list.ofDevice("WTG-1", 199)).contains(DEVICE);
        assertThat(list.ofDevice("WTG-1", 200)).isEmpty();
        assertThat(list.ofDevice("WTG-2", 150)).isEmpty();
        assertThat(list.ofDevice("acme", 150)).isEmpty();
        assertThat(list.ofKey("ab12", Long.MAX_VALUE - 1)).contains(ACCOUNT);
        assertThat(list.ofKey("ab13", 150)).isEmpty();
        assertThat(list.ofKey("", 150)).isEmpty();
    }

    @Test
    void aListIsReadAsItWasWritten() {
        FreezeList list = FreezeList.EMPTY.plus(DEVICE).plus(ACCOUNT);
        FreezeList read = FreezeList.decode(list.encode());
        assertThat(read).isEqualTo(list).hasSameHashCodeAs(list);
        assertThat(read.freezes()).containsExactly(DEVICE, ACCOUNT);
        Freeze again = read.find("FR-2").get();
        assertThat(again.by()).isEqualTo(Authority.REGULATOR);
        assertThat(again.caseNo()).isEqualTo("C-1");
        assertThat(again.reason()).isEqualTo("why");
        assertThat(again.fromEpochSecond()).isEqualTo(100);
        assertThat(again.isOpen()).isTrue();
        assertThat(DEVICE.isOpen()).isFalse();
        assertThat(list).isNotEqualTo(FreezeList.EMPTY);
    }

    @Test
    void liftingTakesOneOffAndWhatIsOverIsDropped() {
        FreezeList list = FreezeList.EMPTY.plus(DEVICE).plus(ACCOUNT);
        assertThat(list.without("FR-1").freezes()).containsExactly(ACCOUNT);
        Freeze later = freeze("FR-3", FrozenKind.DEVICE, "WTG-3", "", 200, 300);
        assertThat(list.plus(later).freezes()).containsExactly(ACCOUNT, later);
    }

    @Test
    void theListIsBounded() {
        FreezeList full = FreezeList.EMPTY;
        for (int i = 0; i < FreezeList.FREEZES_MAX; i++) {
            assertThat(full.isFull()).isFalse();
            full = full.plus(freeze("FR-" + i, FrozenKind.DEVICE, "WTG-" + i, "", 0, Freeze.OPEN));
        }
        FreezeList last = full;
        assertThat(last.isFull()).isTrue();
        assertThatThrownBy(() -> last.plus(DEVICE)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFreezeSaysWhatWhyAndHowLong() {
        assertThat(DEVICE.isComplete()).isTrue();
        assertThat(ACCOUNT.isComplete()).isTrue();
        assertThat(freeze(" ", FrozenKind.DEVICE, "WTG-1", "", 1, 2).isComplete())
                .isFalse();
        assertThat(freeze("F", FrozenKind.DEVICE, "", "", 1, 2).isComplete()).isFalse();
        assertThat(freeze("F", FrozenKind.DEVICE, "WTG-1", "k", 1, 2).isComplete())
                .isFalse();
        assertThat(freeze("F", FrozenKind.ACCOUNT, "acme", "", 1, 2).isComplete())
                .isFalse();
        assertThat(freeze("F", FrozenKind.DEVICE, "WTG-1", "", 2, 2).isComplete())
                .isFalse();
        assertThat(new Freeze("F", FrozenKind.DEVICE, "W", "", Authority.REGULATOR, " ", "why", 1, 2).isComplete())
                .isFalse();
        assertThat(new Freeze("F", FrozenKind.DEVICE, "W", "", Authority.REGULATOR, "C", " ", 1, 2).isComplete())
                .isFalse();
    }
}
