package energy.registry.ledger.gateway.corda;

import energy.registry.ledger.gateway.network.CordaNode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Whether the notary listens; the gateway itself has no business with it, but nothing is notarised without it. */
public record NotaryDoor(String host, int portBase) {
    private static final int CONNECT_MILLIS_MAX = 300;

    public boolean isOpen() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, CordaNode.NOTARY.p2pPort(portBase)), CONNECT_MILLIS_MAX);
            return true;
        } catch (IOException closed) {
            return false;
        }
    }
}
