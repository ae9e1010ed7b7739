package energy.registry.web.port.office;

import energy.registry.web.model.Slice;
import energy.registry.web.model.Window;
import energy.registry.web.model.office.Message;

/** News for organisations, and how far each person has read them. */
public interface Messages {
    void add(Message message);

    /** Newest first. */
    Slice<Message> list(String organisation, Window window);

    long unread(String organisation, String user);

    /** Everything up to this message is read by this person. */
    void readUpTo(String user, long seq);
}
