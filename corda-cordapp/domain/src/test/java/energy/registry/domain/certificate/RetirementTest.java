package energy.registry.domain.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.registry.domain.cursor.MeterCursor;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.energy.ProductionPeriod;
import energy.registry.domain.energy.WattHours;
import energy.registry.domain.identity.PlatformSignatures;
import energy.registry.fixture.Plant;
import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class RetirementTest {
    private static final Plant PLANT = Plant.of("0001", "windpark-nord");
    private static final CertificateBundle BUNDLE = MeterCursor.fresh(
                    PLANT.device(), PLANT.device().meterKey())
            .accept(PLANT.says(0, 0, 100).claim(), new PlatformSignatures(), "Issuing Body", Plant.MIDNIGHT + 900)
            .bundle()
            .orElseThrow();

    private static RetirementPurpose purpose(String name, String country, String purpose) {
        return new RetirementPurpose(
                new Beneficiary(name, "", country, ""),
                purpose,
                MainReason.COMPLIANCE,
                ProductionPeriod.between(0, 1),
                "Subsidiary",
                "Note");
    }

    @Test
    void aRecordIsReadBackAsItWasWritten() {
        Retirement retirement = new Retirement(
                "r",
                "acme",
                1,
                purpose("Acme", "NL", "use"),
                Arrays.asList(BUNDLE.first(WattHours.of(40)), BUNDLE.after(WattHours.of(40))));
        Retirement read = Retirement.decode(retirement.encode());
        assertThat(read.encode()).isEqualTo(retirement.encode());
        assertThat(read.quantity()).isEqualTo(WattHours.of(100));
        assertThat(read.id()).isEqualTo(retirement.id());
        assertThat(read.purpose().mainReason()).isEqualTo(MainReason.COMPLIANCE);
    }

    @Test
    void aStatementNamesWhatItMust() {
        assertThat(purpose("Acme", "NL", "use").isComplete()).isTrue();
        assertThat(purpose(" ", "NL", "use").isComplete()).isFalse();
        assertThat(purpose("Acme", "Holland", "use").isComplete()).isFalse();
        assertThat(purpose("Acme", "NL", "").isComplete()).isFalse();
    }

    @Test
    void linesAreBounded() {
        assertThatThrownBy(() -> new Retirement("r", "acme", 1, purpose("Acme", "NL", "use"), Collections.emptyList()))
                .hasMessageContaining("lines");
    }

    @Test
    void aStatementNumberFollowsFromTransactionAndIndex() {
        Digest tx = Digest.sha(new byte[] {1});
        assertThat(StatementNumber.of(tx, 0))
                .matches("RS(-[0-9A-HJKMNP-TV-Z]{4}){4}")
                .isNotEqualTo(StatementNumber.of(tx, 1))
                .isEqualTo(StatementNumber.of(Digest.parse(tx.toString()), 0));
        assertThat(StatementNumber.of(Digest.ZERO, 0)).isEqualTo(expected(Digest.ZERO, 0));
    }

    /** The first 80 bits as one number, five bits a character. */
    private static String expected(Digest tx, int index) {
        byte[] hash = Digest.sha(tx.bytes(), new byte[] {(byte) index}).bytes();
        java.math.BigInteger bits = new java.math.BigInteger(1, Arrays.copyOf(hash, 10));
        StringBuilder text = new StringBuilder("RS");
        for (int i = 0; i < 16; i++) {
            text.append(i % 4 == 0 ? "-" : "");
            text.append("0123456789ABCDEFGHJKMNPQRSTVWXYZ"
                    .charAt(bits.shiftRight(75 - 5 * i).intValue() & 31));
        }
        return text.toString();
    }
}
