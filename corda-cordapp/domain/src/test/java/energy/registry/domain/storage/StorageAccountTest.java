package energy.registry.domain.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.registry.domain.encoding.Digest;
import energy.registry.domain.encoding.Hex;
import energy.registry.fixture.Keypair;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class StorageAccountTest {
    private static final Keypair OWNER = Keypair.fresh();
    private static final Digest FIRST = Digest.sha(new byte[] {1});
    private static final Digest SECOND = Digest.sha(new byte[] {2});

    private static StorageAccount empty(int efficiencyPpm) {
        return StorageAccount.empty("BAT-1", OWNER.key(), efficiencyPpm);
    }

    @Test
    void whatComesOutIsWhatWentInTimesTheEfficiencyRoundedDown() {
        StorageAccount charged = empty(900_000).charged(FIRST, 100).charged(SECOND, 11);
        assertThat(charged.storedWh()).isEqualTo(111);
        assertThat(charged.discharged(99)).isPresent();
        assertThat(charged.discharged(100)).isEmpty();
        assertThat(charged.costOf(99)).isEqualTo(110);
        assertThat(charged.costOf(90)).isEqualTo(100);
        assertThat(charged.costOf(91)).isEqualTo(102);
    }

    @Test
    void theOldestChargesGoFirst() {
        StorageAccount after = empty(500_000)
                .charged(FIRST, 10)
                .charged(SECOND, 20)
                .discharged(7)
                .get();
        assertThat(after.storedWh()).isEqualTo(16);
        assertThat(after.dischargedWh()).isEqualTo(7);
        assertThat(after.lostWh()).isEqualTo(7);
        assertThat(after.encode())
                .isEqualTo(StorageAccount.decode(after.encode()).encode());
        assertThat(Hex.encode(after.encode()))
                .contains(SECOND.toString() + "0000000000000010")
                .doesNotContain(FIRST.toString());
        assertThat(after.discharged(8).get().storedWh()).isZero();
        assertThat(after.discharged(9)).isEmpty();
    }

    @Test
    void aChargeThatIsUsedUpInPartKeepsItsPlace() {
        StorageAccount after = empty(1_000_000)
                .charged(FIRST, 10)
                .charged(SECOND, 20)
                .discharged(4)
                .get();
        assertThat(Hex.encode(after.encode()))
                .endsWith("00000002" + FIRST + "0000000000000006" + SECOND + "0000000000000014");
        assertThat(after.discharged(10).get().lostWh()).isZero();
    }

    @Test
    void nothingIsMadeOnTheWay() {
        Random random = new Random(7);
        for (int run = 0; run < 200; run++) {
            StorageAccount account = empty(1 + random.nextInt(StorageAccount.PPM));
            long in = 0;
            long out = 0;
            for (int i = 0; i < 30; i++) {
                if (random.nextBoolean()) {
                    int charge = 1 + random.nextInt(1_000);
                    account = account.charged(FIRST, charge);
                    in += charge;
                } else {
                    int discharge = random.nextInt(500);
                    boolean covered = account.discharged(discharge).isPresent();
                    account = account.discharged(discharge).orElse(account);
                    out += covered ? discharge : 0;
                }
            }
            assertThat(account.storedWh() + account.dischargedWh() + account.lostWh())
                    .isEqualTo(in);
            assertThat(account.dischargedWh()).isEqualTo(out);
            assertThat(out * StorageAccount.PPM).isLessThanOrEqualTo(in * account.efficiencyPpm());
        }
    }

    @Test
    void anAccountHasRoomForSoManyCharges() {
        StorageAccount account = empty(1);
        for (int i = 0; i < StorageAccount.CHARGES_MAX; i++) {
            assertThat(account.isFull()).isFalse();
            account = account.charged(FIRST, 1);
        }
        assertThat(account.isFull()).isTrue();
        StorageAccount full = account;
        assertThatThrownBy(() -> full.charged(FIRST, 1)).hasMessageContaining("at most 1024");
    }

    @Test
    void anEfficiencyIsAboveNothingAndUpToOne() {
        assertThat(empty(1).efficiencyPpm()).isEqualTo(1);
        assertThat(empty(1_000_000).efficiencyPpm()).isEqualTo(1_000_000);
        assertThatThrownBy(() -> empty(0)).hasMessageContaining("efficiency");
        assertThatThrownBy(() -> empty(1_000_001)).hasMessageContaining("efficiency");
        assertThatThrownBy(() -> empty(1).charged(FIRST, 0)).hasMessageContaining("hold nothing");
    }

    @Test
    void theBytesAreThoseOfTheDocument() {
        String key = Hex.encode(OWNER.key().encoded());
        assertThat(Hex.encode(empty(900_000).charged(FIRST, 100).encode()))
                .isEqualTo("000d5245432d53544f524147452d31" + "00054241542d31" + "0000005b" + key + "000dbba0"
                        + "00000000000000000000000000000000" + "00000001" + FIRST + "0000000000000064");
    }
}
