package energy.registry.web.adapter.persistence.office;

import energy.registry.web.model.office.Message;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** News for an organisation. */
@Entity
@Table(name = "message")
class MessageEntity {
    private static final int TITLE_MAX = 200; // what the column holds

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long seq;

    Instant at;
    String organisation;
    String tone;
    String title;
    String body;
    String link;

    static MessageEntity of(Message message) {
        MessageEntity stored = new MessageEntity();
        stored.at = message.at();
        stored.organisation = message.organisation();
        stored.tone = message.tone();
        stored.title =
                message.title().substring(0, Math.min(TITLE_MAX, message.title().length()));
        stored.body = message.body();
        stored.link = message.link();
        return stored;
    }

    Message row() {
        return new Message(seq, at, organisation, tone, title, body, link);
    }
}
