package energy.registry.web.adapter.persistence.office;

import energy.registry.web.model.office.Activity;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One line of the log of changes. */
@Entity
@Table(name = "activity")
class ActivityEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long seq;

    Instant at;
    String actor;
    String organisation;
    String act;
    String subject;
    String concerns;
    String sentence;
    String reason;

    Activity row() {
        return new Activity(seq, at, actor, organisation, act, subject, concerns, sentence, reason);
    }
}
