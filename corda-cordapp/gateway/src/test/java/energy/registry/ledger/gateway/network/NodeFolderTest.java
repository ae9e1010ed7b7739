package energy.registry.ledger.gateway.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeFolderTest {
    @TempDir
    Path network;

    @Test
    void aFolderIsClosedToOthersAndHoldsNoPassword() throws IOException {
        NodeFolder folder = NodeFolder.create(network, CordaNode.NOTARY, 9_000);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.path())))
                .isEqualTo("rwx------");
        assertThat(Files.readString(folder.path().resolve("node.conf")))
                .contains("\"127.0.0.1:11100\"", "validating = true", "password = ${REGISTRY_RPC_PASSWORD}");
    }

    @Test
    void newCordappsTakeThePlaceOfTheOldOnes() throws IOException {
        NodeFolder folder = NodeFolder.create(network, CordaNode.MARKET, 8_000);
        Path first = Files.writeString(network.resolve("first.jar"), "1");
        Path second = Files.writeString(network.resolve("second.jar"), "2");
        folder.replaceCordapps(List.of(first));
        folder.replaceCordapps(List.of(second));
        assertThat(folder.path().resolve("cordapps/first.jar")).doesNotExist();
        assertThat(folder.path().resolve("cordapps/second.jar")).hasContent("2");
    }

    @Test
    void portsMoveWithThePortBase() {
        assertThat(CordaNode.REGULATOR.rpcPort(8_000)).isEqualTo(10_131);
        assertThat(CordaNode.REGULATOR.rpcPort(18_000)).isEqualTo(20_131);
        assertThat(CordaNode.named("issuing-body")).isEqualTo(CordaNode.ISSUING_BODY);
        assertThatThrownBy(() -> CordaNode.named("bank")).hasMessageContaining("issuing-body");
    }

    @Test
    void whatACommandLineLacksIsNamed() {
        assertThatThrownBy(() -> Arguments.parse(new String[] {"--date", "x"}, "data"))
                .hasMessageContaining("--data");
        assertThatThrownBy(() -> Arguments.parse(new String[] {}, "data").data())
                .hasMessageContaining("data: missing");
        assertThatThrownBy(() -> new RpcLogin("registry", "sp ace")).hasMessageContaining("REGISTRY_RPC_PASSWORD");
    }

    @Test
    void furtherOptionsOfTheNodesAreTakenOneByOne() {
        assertThat(NodeCommand.moreOptions(" -Xmx1g  -Dcorda.x=/{node}?y ", CordaNode.MARKET))
                .containsExactly("-Xmx1g", "-Dcorda.x=/market?y");
        assertThat(NodeCommand.moreOptions(null, CordaNode.MARKET)).isEmpty();
    }
}
