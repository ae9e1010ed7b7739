package energy.registry.web.adapter.persistence.office;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.web.model.Slice;
import energy.registry.web.model.Window;
import energy.registry.web.model.office.CaseFile;
import energy.registry.web.model.office.CaseKind;
import energy.registry.web.model.office.CaseStatus;
import energy.registry.web.port.office.CaseFiles;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every store of cases does. */
interface CaseFilesContract {
    Instant AT = Instant.parse("2026-02-01T10:00:00.123456Z");

    /** An empty store. */
    CaseFiles cases();

    private static CaseFile file(String id, String organisation, Instant at) {
        return CaseFile.open(CaseKind.DEVICE, id, organisation, CaseStatus.DRAFT, "greta", at)
                .with(Map.of("name", "Nordhang “9” \\ ü", "empty", ""));
    }

    @Test
    default void aCaseIsFoundAsItWasOpened() {
        CaseFiles cases = cases();
        assertThat(cases.open(file("a", "windpark-nord", AT))).isTrue();
        assertThat(cases.open(file("a", "other", AT))).isFalse();
        assertThat(cases.find(CaseKind.DEVICE, "a")).contains(file("a", "windpark-nord", AT));
        assertThat(cases.find(CaseKind.ORGANISATION, "a")).isEmpty();
    }

    @Test
    default void theSecondOfTwoChangesIsRefused() {
        CaseFiles cases = cases();
        cases.open(file("a", "windpark-nord", AT));
        CaseFile read = cases.find(CaseKind.DEVICE, "a").orElseThrow();
        assertThat(cases.save(read.with("name", "first").move(CaseStatus.SUBMITTED, AT.plusSeconds(1))))
                .isTrue();
        assertThat(cases.save(read.with("name", "second"))).isFalse();
        CaseFile stored = cases.find(CaseKind.DEVICE, "a").orElseThrow();
        assertThat(stored.value("name")).isEqualTo("first");
        assertThat(stored.version()).isEqualTo(1);
        assertThat(stored.changedAt()).isEqualTo(AT.plusSeconds(1));
    }

    @Test
    default void listsPageByPageNewestFirst() {
        CaseFiles cases = cases();
        for (int i = 0; i < 5; i++) {
            cases.open(file("id" + i, i == 2 ? "other" : "windpark-nord", AT.plusSeconds(i / 2)));
        }
        Set<CaseStatus> drafts = Set.of(CaseStatus.DRAFT);
        Slice<CaseFile> first = cases.list(CaseKind.DEVICE, "windpark-nord", drafts, Window.first(3));
        assertThat(first.items()).extracting(CaseFile::id).containsExactly("id4", "id3", "id1");
        Slice<CaseFile> rest = cases.list(CaseKind.DEVICE, "windpark-nord", drafts, new Window(first.next(), 3));
        assertThat(rest.items()).extracting(CaseFile::id).containsExactly("id0");
        assertThat(rest.hasNext()).isFalse();
        assertThat(cases.count(CaseKind.DEVICE, "", drafts)).isEqualTo(5);
        assertThat(cases.count(CaseKind.DEVICE, "other", drafts)).isEqualTo(1);
        assertThat(cases.count(CaseKind.DEVICE, "", Set.of(CaseStatus.APPROVED)))
                .isZero();
    }
}
