package energy.registry.ingest.adapter.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.domain.identity.SignatureCheck;
import org.junit.jupiter.api.Test;

class FastSignaturesTest implements SignatureContract {
    private final SignatureCheck check = FastSignatures.create();

    @Override
    public SignatureCheck check() {
        return check;
    }

    @Test
    void nativeCodeLoadsHere() {
        assertThat(check).isInstanceOf(FastSignatures.class);
    }
}
