package energy.registry.web.port.office;

import energy.registry.web.model.LedgerEvent;
import energy.registry.web.model.office.Letter;
import energy.registry.web.model.office.Message;
import java.time.Instant;
import java.util.List;

/** What has to leave the house, and how far the workers that fill it have come. */
public interface Outbox {
    /** Letters whose next try is due, oldest first. */
    List<Letter> due(Instant now, int limit);

    void update(Letter letter);

    List<Letter> of(Letter.Channel channel, String target, int limit);

    long waiting(Letter.Channel channel, String target);

    long position(String worker);

    List<LedgerEvent> eventsAfter(long seq, int limit);

    List<Message> messagesAfter(long seq, int limit);

    /** In one transaction: the letters and messages that came of a worker's step, and its new position. */
    void advance(String worker, long seq, List<Letter> letters, List<Message> messages);
}
