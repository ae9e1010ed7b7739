package energy.registry.ingest.adapter.mqtt;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;

/** Another language that is spoken over the same server, under topics of its own. */
public interface TopicExtension {
    boolean owns(String topic);

    /**
     * Takes a message.
     *
     * @param mayUse whether the sender may speak for a meter
     * @return completes when what it said is durable, with what is to be told the sender
     */
    CompletionStage<List<Reply>> take(String topic, byte[] payload, String peer, Predicate<String> mayUse);

    /** What a subscriber of this filter is told at once; null when the filter is none of its own. */
    List<Reply> subscribed(String filter);

    /** A message from the server. */
    record Reply(String topic, byte[] payload, boolean retained) {}
}
