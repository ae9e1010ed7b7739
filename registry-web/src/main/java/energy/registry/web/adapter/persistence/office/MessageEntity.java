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
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long seq;

    Instant at;
    String organisation;
    String tone;
    String title;
    String body;
    String link;

    Message row() {
        return new Message(seq, at, organisation, tone, title, body, link);
    }
}
