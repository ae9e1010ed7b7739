package energy.registry.domain.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.registry.domain.encoding.Digest;
import energy.registry.domain.evidence.IntervalStatement;
import energy.registry.domain.evidence.Origin;
import energy.registry.domain.evidence.Quality;
import energy.registry.domain.evidence.Signatory;
import energy.registry.domain.evidence.SignedRecord;
import energy.registry.domain.fixture.Keys;
import energy.registry.domain.identity.PlatformSignatures;
import energy.registry.domain.identity.SignatureCheck;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SignedClaimTest {
    private final SignatureCheck check = new PlatformSignatures();
    private final Keys meter = Keys.edwards();
    private final Keys ingest = Keys.edwards();
    private final Keys vision = Keys.nist();

    @Test
    void aClaimIsReadBackWithItsStatementAndEnergy() {
        GenerationClaim claim = claim(1, 2);
        GenerationClaim read = GenerationClaim.decode(claim.encode());
        assertThat(read.id()).isEqualTo(claim.id());
        assertThat(read.energy().toLong()).isEqualTo(20 + 30);
        assertThat(read.maxWh(1)).isEqualTo(1_000);
        assertThat(read.signedStatement().isSignedBy(meter.key(), check)).isTrue();
    }

    @Test
    void aClaimStaysInsideItsStatement() {
        assertThatThrownBy(() -> claim(2, 2)).hasMessageContaining("not within the run of 3");
        assertThatThrownBy(() -> claim(-1, 1)).hasMessageContaining("not within the run of 3");
        assertThatThrownBy(() -> claim(0, 0)).hasMessageContaining("envelope");
    }

    @Test
    void aClaimHasAsManySignaturesAsAQuorumMayNeed() {
        GenerationClaim claim = claim(0, 1);
        assertThat(new SignedClaim(claim, Collections.nCopies(16, ingest.sign(claim.encode()))).signatures())
                .hasSize(16);
        assertThatThrownBy(() -> new SignedClaim(claim, Collections.nCopies(17, ingest.sign(claim.encode()))))
                .hasMessageContaining("at most 16");
    }

    @Test
    void aQuorumCountsDifferentRegisteredKeys() {
        GenerationClaim claim = claim(0, 1);
        byte[] message = claim.encode();
        SignedClaim both = new SignedClaim(claim, List.of(ingest.sign(message), vision.sign(message)));
        SignedClaim twice = new SignedClaim(claim, List.of(ingest.sign(message), ingest.sign(message)));
        SignedClaim foreign = new SignedClaim(claim, List.of(meter.sign(message)));
        assertThat(valid(SignedClaim.decode(both.encode()))).isEqualTo(2);
        assertThat(valid(twice)).isEqualTo(1);
        assertThat(valid(foreign)).isZero();
        assertThat(twice.validSignatures(List.of(ingest.key(), ingest.key()), check))
                .isEqualTo(1);
    }

    @Test
    void aSignatureOverAnotherClaimDoesNotCount() {
        byte[] other = claim(0, 2).encode();
        assertThat(valid(new SignedClaim(claim(0, 1), List.of(ingest.sign(other)))))
                .isZero();
    }

    private int valid(SignedClaim claim) {
        return claim.validSignatures(List.of(ingest.key(), vision.key()), check);
    }

    private GenerationClaim claim(int first, int count) {
        byte[] statement = new IntervalStatement(
                        "MTR-1",
                        0,
                        0,
                        1_767_225_600L,
                        900,
                        new long[] {0, 10, 30, 60},
                        Quality.MEASURED,
                        Signatory.METER,
                        Origin.SIMULATION,
                        0,
                        Digest.sha(),
                        Digest.ZERO)
                .encode();
        long[] max = new long[count];
        java.util.Arrays.fill(max, 1_000);
        return new GenerationClaim(
                "DEV-1",
                new SignedRecord(statement, meter.sign(statement)),
                first,
                new long[count],
                max,
                CameraFinding.CONSISTENT,
                Digest.sha(),
                List.of("SIMULATION"),
                EnergyEnvelope.MODEL);
    }
}
