package energy.registry.domain.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class CanonicalEncodingTest {
    @Test
    void bytesAreThoseOfTheDocumentedVector() {
        byte[] record = new CanonicalWriter("T-1")
                .text("Wh²")
                .u8(255)
                .i32(-2)
                .i64(1_700_000_000L)
                .bytes(new byte[] {1, 2})
                .toBytes();
        assertThat(Hex.encode(record))
                .isEqualTo("0003542d31" + "00045768c2b2" + "ff" + "fffffffe" + "000000006553f100" + "000000020102");
    }

    @Test
    void whatWasWrittenIsRead() {
        Digest digest = Digest.sha(new byte[] {7});
        byte[] record = new CanonicalWriter("T-1")
                .text("a")
                .i64(Long.MIN_VALUE)
                .digest(digest)
                .toBytes();
        CanonicalReader in = new CanonicalReader("T-1", record);
        assertThat(in.text("name")).isEqualTo("a");
        assertThat(in.i64("number")).isEqualTo(Long.MIN_VALUE);
        assertThat(in.digest("hash")).isEqualTo(digest);
        in.end();
    }

    @Test
    void everyTruncationIsRefusedAndNamesAField() {
        byte[] record =
                new CanonicalWriter("T-1").text("abc").i64(5).bytes(new byte[9]).toBytes();
        for (int length = 0; length < record.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(record, length);
            assertThatThrownBy(() -> readAll(cut)).isInstanceOf(MalformedRecordException.class);
        }
    }

    @Test
    void aByteTooManyIsRefused() {
        byte[] record = new CanonicalWriter("T-1").u8(1).toBytes();
        CanonicalReader in = new CanonicalReader("T-1", java.util.Arrays.copyOf(record, record.length + 1));
        in.u8("flag");
        assertThatThrownBy(in::end).hasMessageContaining("1 bytes too many");
    }

    @Test
    void anotherKindOfRecordIsRefused() {
        byte[] record = new CanonicalWriter("T-2").toBytes();
        assertThatThrownBy(() -> new CanonicalReader("T-1", record)).hasMessageContaining("T-1.tag");
    }

    @Test
    void aLengthBeyondTheBoundIsRefusedBeforeAnythingIsAllocated() {
        byte[] record = new CanonicalWriter("T-1").i32(Integer.MAX_VALUE).toBytes();
        assertThatThrownBy(() -> new CanonicalReader("T-1", record).bytes("payload"))
                .hasMessageContaining("length 2147483647");
        assertThatThrownBy(() -> new CanonicalReader("T-1", record).count("rows", 10))
                .hasMessageContaining("not within 0..10");
    }

    @Test
    void invalidTextIsRefused() {
        byte[] record = new CanonicalWriter("T-1").u8(0).u8(1).u8(0xC0).toBytes();
        assertThatThrownBy(() -> new CanonicalReader("T-1", record).text("name"))
                .hasMessageContaining("not UTF-8");
    }

    @Test
    void hexIsReadBackAndNothingElseIs() {
        assertThat(Hex.encode(Hex.decode("00ff10"))).isEqualTo("00ff10");
        assertThatThrownBy(() -> Hex.decode("0g")).hasMessageContaining("position 0");
        assertThatThrownBy(() -> Hex.decode("abc")).hasMessageContaining("odd length");
    }

    private static void readAll(byte[] record) {
        CanonicalReader in = new CanonicalReader("T-1", record);
        in.text("name");
        in.i64("number");
        in.bytes("payload");
        in.end();
    }
}
