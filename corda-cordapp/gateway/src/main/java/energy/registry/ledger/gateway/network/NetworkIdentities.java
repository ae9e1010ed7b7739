package energy.registry.ledger.gateway.network;

import energy.registry.ledger.gateway.corda.LedgerSerialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.time.Clock;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.corda.core.crypto.Crypto;
import net.corda.core.crypto.DigitalSignature;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.identity.PartyAndCertificate;
import net.corda.core.node.NetworkParameters;
import net.corda.core.node.NodeInfo;
import net.corda.core.node.NotaryInfo;
import net.corda.core.utilities.NetworkHostAndPort;
import net.corda.nodeapi.internal.DevIdentityGenerator;
import net.corda.nodeapi.internal.KeyStoreConfigHelpersKt;
import net.corda.nodeapi.internal.NodeInfoAndSigned;
import net.corda.nodeapi.internal.crypto.CertificateAndKeyPair;
import net.corda.nodeapi.internal.crypto.X509KeyStore;
import net.corda.nodeapi.internal.crypto.X509Utilities;
import net.corda.nodeapi.internal.network.NetworkParametersCopier;

/**
 * Keys, certificates, signed node infos and signed network parameters of a development network: what Corda's own
 * bootstrapper makes by starting every node once, made here without starting any.
 */
final class NetworkIdentities {
    /** Version of the Corda platform that every node of the network speaks. */
    private static final int PLATFORM_VERSION = 12;

    /** A message and a transaction hold at most this, bytes: a few thousand intervals with their evidence. */
    private static final int TRANSACTION_BYTES_MAX = 10 * 1024 * 1024;

    /** Alias and password of Corda's development key stores; they guard nothing, the folder's mode does. */
    private static final String IDENTITY_ALIAS = "identity-private-key";

    private final Path network;
    private final int portBase;
    private final Clock clock;
    private final Map<CordaNode, CertificateAndKeyPair> keys = new EnumMap<>(CordaNode.class);
    private final Map<CordaNode, PartyAndCertificate> parties = new EnumMap<>(CordaNode.class);

    NetworkIdentities(Path network, int portBase, Clock clock) {
        this.network = network;
        this.portBase = portBase;
        this.clock = clock;
    }

    /** Writes everything into the nodes' folders; answers each node's public key. */
    Map<CordaNode, PublicKey> create() throws IOException {
        LedgerSerialization.activate();
        for (CordaNode node : CordaNode.values()) {
            createIdentity(node);
        }
        for (CordaNode node : CordaNode.values()) {
            publish(node);
        }
        writeParameters();
        Map<CordaNode, PublicKey> published = new EnumMap<>(CordaNode.class);
        parties.forEach((node, party) -> published.put(node, party.getOwningKey()));
        return published;
    }

    private void createIdentity(CordaNode node) {
        Path folder = network.resolve(node.folder());
        CordaX500Name name = CordaX500Name.parse(node.legalName());
        DevIdentityGenerator.INSTANCE.installKeyStoreWithNodeIdentity(folder, name);
        String password = KeyStoreConfigHelpersKt.DEV_CA_KEY_STORE_PASS;
        X509KeyStore store =
                X509KeyStore.Companion.fromFile(folder.resolve("certificates/nodekeystore.jks"), password, false);
        keys.put(node, store.getCertificateAndKeyPair(IDENTITY_ALIAS, password));
        parties.put(
                node,
                new PartyAndCertificate(
                        X509Utilities.INSTANCE.buildCertPath(store.getCertificateChain(IDENTITY_ALIAS))));
    }

    /** Puts the node's signed info where it and all others look for it. */
    private void publish(CordaNode node) throws IOException {
        NodeInfo info = new NodeInfo(
                List.of(new NetworkHostAndPort("127.0.0.1", node.p2pPort(portBase))),
                List.of(parties.get(node)),
                PLATFORM_VERSION,
                clock.millis());
        NodeInfoAndSigned signed = new NodeInfoAndSigned(info, (key, bytes) -> sign(node, bytes.getBytes()));
        byte[] file = LedgerSerialization.bytes(signed.getSigned());
        String name = "nodeInfo-" + SecureHash.sha256(file);
        for (CordaNode reader : CordaNode.values()) {
            Path known = network.resolve(reader.folder()).resolve("additional-node-infos");
            Files.createDirectories(known);
            Files.write(known.resolve(name), file);
        }
    }

    private DigitalSignature sign(CordaNode node, byte[] bytes) {
        try {
            return new DigitalSignature(
                    Crypto.doSign(keys.get(node).getKeyPair().getPrivate(), bytes));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("signing the node info of " + node.folder(), broken);
        }
    }

    private void writeParameters() {
        NetworkParameters parameters = new NetworkParameters(
                PLATFORM_VERSION,
                List.of(new NotaryInfo(parties.get(CordaNode.NOTARY).getParty(), true)),
                TRANSACTION_BYTES_MAX,
                TRANSACTION_BYTES_MAX,
                clock.instant(),
                1,
                Collections.emptyMap());
        NetworkParametersCopier copier = new NetworkParametersCopier(
                parameters,
                KeyStoreConfigHelpersKt.createDevNetworkMapCa(KeyStoreConfigHelpersKt.getDEV_ROOT_CA()),
                false,
                false);
        for (CordaNode node : CordaNode.values()) {
            copier.install(network.resolve(node.folder()));
        }
    }
}
