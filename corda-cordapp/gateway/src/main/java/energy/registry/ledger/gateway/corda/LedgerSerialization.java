package energy.registry.ledger.gateway.corda;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.ServiceLoader;
import java.util.Set;
import net.corda.core.serialization.SerializationFactory;
import net.corda.core.serialization.SerializationWhitelist;
import net.corda.core.serialization.internal.SerializationEnvironmentKt;
import net.corda.nodeapi.internal.rpc.client.AMQPClientSerializationScheme;

/** Corda's AMQP serialisation in this process: switched on once, the same bytes as a node writes. */
public final class LedgerSerialization {
    private static boolean active;

    private LedgerSerialization() {}

    /** Safe to call again; whoever uses Corda's types calls it first. */
    public static synchronized void activate() {
        if (active) {
            return;
        }
        Set<SerializationWhitelist> whitelists = new HashSet<>();
        ServiceLoader.load(SerializationWhitelist.class).forEach(whitelists::add);
        SerializationEnvironmentKt.setNodeSerializationEnv(
                AMQPClientSerializationScheme.Companion.createSerializationEnv(
                        null, Collections.emptySet(), whitelists, Collections.synchronizedMap(new HashMap<>())));
        active = true;
    }

    /** The bytes that a node writes and signs for {@code value}. */
    public static byte[] bytes(Object value) {
        activate();
        return SerializationFactory.Companion.getDefaultFactory()
                .serialize(
                        value,
                        SerializationEnvironmentKt.getEffectiveSerializationEnv()
                                .getP2pContext())
                .getBytes();
    }
}
