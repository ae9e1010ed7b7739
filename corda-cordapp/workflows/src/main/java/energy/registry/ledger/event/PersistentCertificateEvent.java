package energy.registry.ledger.event;

import java.io.Serializable;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

/** The shape of the table that finds the events of a certificate. */
@Entity
@IdClass(PersistentCertificateEvent.Key.class)
@Table(name = "ledger_certificate_event")
public class PersistentCertificateEvent implements Serializable {
    private static final long serialVersionUID = 1L;

    @Id
    @Column(name = "certificate_id", nullable = false, length = 400)
    private String certificateId;

    @Id
    @Column(name = "seq", nullable = false)
    private long seq;

    /** For the object mapper. */
    protected PersistentCertificateEvent() {}

    protected String getCertificateId() {
        return certificateId;
    }

    protected long getSeq() {
        return seq;
    }

    /** A certificate may have many events and an event many certificates. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private String certificateId;
        private long seq;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key
                    && seq == ((Key) other).seq
                    && certificateId.equals(((Key) other).certificateId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(certificateId, seq);
        }
    }
}
