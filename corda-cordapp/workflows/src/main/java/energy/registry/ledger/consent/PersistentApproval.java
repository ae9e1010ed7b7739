package energy.registry.ledger.consent;

import java.io.Serializable;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** The shape of the table of approvals. */
@Entity
@Table(name = "ledger_approval")
public class PersistentApproval implements Serializable {
    private static final long serialVersionUID = 1L;

    @Id
    @Column(name = "approval_id", nullable = false, length = 64)
    private String approvalId;

    @Column(name = "act", nullable = false, length = 32)
    private String act;

    @Column(name = "subject", nullable = false, length = 400)
    private String subject;

    @Column(name = "actor", nullable = false, length = 512)
    private String actor;

    @Column(name = "reason", nullable = false, length = 512)
    private String reason;

    @Column(name = "given_millis", nullable = false)
    private long givenMillis;

    @Column(name = "valid_until_millis", nullable = false)
    private long validUntilMillis;

    /** For the object mapper. */
    protected PersistentApproval() {}

    protected String getApprovalId() {
        return approvalId;
    }
}
