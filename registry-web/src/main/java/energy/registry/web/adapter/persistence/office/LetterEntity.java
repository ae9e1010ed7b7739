package energy.registry.web.adapter.persistence.office;

import energy.registry.web.model.office.Letter;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Something that has to leave the house. */
@Entity
@Table(name = "outbox")
class LetterEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String channel;
    String target;
    String subject;
    String body;
    String status;
    int tries;

    @Column(name = "next_at")
    Instant nextAt;

    @Column(name = "last_error")
    String lastError;

    @Column(name = "created_at")
    Instant createdAt;

    static LetterEntity of(Letter letter) {
        LetterEntity stored = new LetterEntity();
        stored.channel = letter.channel().name();
        stored.target = letter.target();
        stored.subject = letter.subject();
        stored.body = letter.body();
        stored.status = letter.state().name();
        stored.tries = letter.tries();
        stored.nextAt = letter.nextAt();
        stored.lastError = letter.lastError();
        stored.createdAt = letter.createdAt();
        return stored;
    }

    Letter letter() {
        return new Letter(
                id,
                Letter.Channel.valueOf(channel),
                target,
                subject,
                body,
                Letter.State.valueOf(status),
                tries,
                nextAt,
                lastError,
                createdAt);
    }
}
