package energy.registry.vision.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.registry.vision.footage.StreamRefusal;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CameraListTest {
    @TempDir
    private Path folder;

    @Test
    void onlyCommissionedAddressesArePermittedToTheLetter() throws IOException {
        CameraList list =
                list("# two cameras\nCAM-1 rtsp://user:secret@10.0.3.7/stream1\nCAM-2 http://10.0.3.8:81/a?b=c\n");

        CameraList.Permitted first = (CameraList.Permitted) permit(list, "rtsp://10.0.3.7/stream1");
        assertThat(first.request().address().getUserInfo()).isEqualTo("user:secret");
        assertThat(first.request().place().getPort()).isEqualTo(554);
        assertThat(permit(list, "http://10.0.3.8:81/a?b=c")).isInstanceOf(CameraList.Permitted.class);
        for (String other : new String[] {
            "rtsp://10.0.3.7/stream2",
            "rtsp://10.0.3.7:8554/stream1",
            "http://10.0.3.7/stream1",
            "http://10.0.3.8:81/a",
            "http://169.254.169.254/latest/meta-data",
            "file:///etc/passwd",
            "http://10.0.3.8:81@127.0.0.1/a?b=c"
        }) {
            assertThat(reason(list, other)).as(other).isEqualTo(StreamRefusal.ADDRESS_NOT_COMMISSIONED);
        }
    }

    @Test
    void aNameThatLeadsToThisMachineIsRefusedANumberIsNot() throws IOException {
        CameraList list =
                list("CAM-1 http://localhost:8090/x\nCAM-2 http://127.0.0.1:8090/x\nCAM-3 ftp://10.0.0.1/x\n");

        assertThat(reason(list, "http://localhost:8090/x")).isEqualTo(StreamRefusal.ADDRESS_LEADS_INSIDE);
        assertThat(permit(list, "http://127.0.0.1:8090/x")).isInstanceOf(CameraList.Permitted.class);
        assertThat(reason(list, "ftp://10.0.0.1/x")).isEqualTo(StreamRefusal.SCHEME_UNKNOWN);
    }

    @Test
    void anAbsentListPermitsNothingAndAWrongLineIsNamed() throws IOException {
        assertThat(reason(CameraList.read(folder.resolve("none")), "rtsp://10.0.3.7/stream1"))
                .isEqualTo(StreamRefusal.ADDRESS_NOT_COMMISSIONED);
        assertThatThrownBy(() -> list("CAM-1 rtsp://10.0.3.7/a\nCAM-2\n")).hasMessageContaining("line 2");
    }

    private CameraList list(String text) throws IOException {
        Path file = folder.resolve("cameras.txt");
        Files.writeString(file, text);
        return CameraList.read(file);
    }

    private CameraList.Answer permit(CameraList list, String address) {
        return list.permit(URI.create(address), Duration.ofSeconds(5), folder.resolve("clip"));
    }

    private StreamRefusal reason(CameraList list, String address) {
        return ((CameraList.Refused) permit(list, address)).reason();
    }
}
