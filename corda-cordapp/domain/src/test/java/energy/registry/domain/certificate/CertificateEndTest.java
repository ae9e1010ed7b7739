package energy.registry.domain.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.registry.domain.cursor.MeterCursor;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.identity.PlatformSignatures;
import energy.registry.fixture.Plant;
import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class CertificateEndTest {
    private static final Plant PLANT = Plant.of("0001", "windpark-nord");
    private static final CertificateBundle BUNDLE = MeterCursor.fresh(
                    PLANT.device(), PLANT.device().meterKey())
            .accept(
                    PLANT.says(0, 0, 100, 350).claim(),
                    new PlatformSignatures(),
                    "Issuing Body",
                    Plant.MIDNIGHT + 86_400)
            .bundle()
            .orElseThrow();

    @Test
    void aRecordIsReadBackAsItWasWritten() {
        CertificateEnd end = new CertificateEnd(
                EndKind.WITHDRAWN, "w", Arrays.asList(BUNDLE.between(0, 50), BUNDLE.between(60, 350)));
        CertificateEnd read = CertificateEnd.decode(end.encode());
        assertThat(read).isEqualTo(end).hasSameHashCodeAs(end).isNotEqualTo("end");
        CertificateEnd other = new CertificateEnd(EndKind.WITHDRAWN, "w", Collections.singletonList(BUNDLE));
        assertThat(read).isNotEqualTo(other);
        assertThat(read.hashCode()).isNotEqualTo(other.hashCode());
        assertThat(read.kind()).isEqualTo(EndKind.WITHDRAWN);
        assertThat(read.requestId()).isEqualTo("w");
        assertThat(read.quantityWh()).isEqualTo(340);
        assertThat(read.lines()).hasSize(2);
    }

    @Test
    void aRecordHasLinesAndNotTooMany() {
        assertThatThrownBy(() -> new CertificateEnd(EndKind.EXPIRED, "e", Collections.emptyList()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new CertificateEnd(EndKind.EXPIRED, "e", Collections.nCopies(64, BUNDLE)).lines())
                .hasSize(64);
        assertThatThrownBy(() -> new CertificateEnd(
                        EndKind.EXPIRED, "e", Collections.nCopies(CertificateEnd.LINES_MAX + 1, BUNDLE)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void numbersFollowFromRequestAndActor() {
        String number = RecordNumber.ofRequest("TR", "t1", "ab");
        assertThat(number).matches("TR(-[0-9A-HJKMNP-TV-Z]{4}){4}").isEqualTo(RecordNumber.ofRequest("TR", "t1", "ab"));
        assertThat(number.substring(2))
                .isNotEqualTo(RecordNumber.ofRequest("FR", "t1", "ab").substring(2))
                .isNotEqualTo(RecordNumber.ofRequest("TR", "t1", "ac").substring(2))
                .isNotEqualTo(RecordNumber.ofRequest("TR", "t2", "ab").substring(2));
        assertThat(RecordNumber.of("X", Digest.ZERO)).isEqualTo("X-0000-0000-0000-0000");
    }
}
