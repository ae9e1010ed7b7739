package energy.registry.ops.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PortOwnerTest {
    private static final String HEAD =
            "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode";

    @Test
    void aTakenPortIsNamedWithTheProcessThatHoldsIt() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            PortOwner owner = PortOwner.of(taken.getLocalPort()).orElseThrow();
            assertThat(owner.pid()).hasValue(ProcessHandle.current().pid());
            assertThat(owner.description())
                    .contains("process " + ProcessHandle.current().pid(), "java");
        }
    }

    @Test
    void aFreePortHasNoOwner() throws Exception {
        int port;
        try (ServerSocket closed = new ServerSocket(0)) {
            port = closed.getLocalPort();
        }
        assertThat(PortOwner.of(port)).isEmpty();
    }

    @Test
    void connectionsOnThePortAreNotListeners() {
        List<String> table = List.of(
                HEAD,
                "   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 111 1 0 100",
                "   1: 0100007F:1F90 0100007F:D431 01 00000000:00000000 00:00000000 00000000     0        0 222 1 0 100",
                "   2: 0100007F:1F91 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 333 1 0 100");
        assertThat(PortOwner.listeners(table, 8080)).containsExactly("111");
    }

    @Test
    void anotherUsersProcessIsSaidToBeSo() {
        PortOwner owner = new PortOwner(80, java.util.OptionalLong.empty(), "");
        assertThat(owner.description()).contains("another user");
    }
}
