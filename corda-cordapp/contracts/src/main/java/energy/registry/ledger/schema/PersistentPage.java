package energy.registry.ledger.schema;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import net.corda.core.schemas.PersistentState;

/** Finds cursor pages by number. */
@Entity
@Table(name = "ledger_page")
public class PersistentPage extends PersistentState {
    @Column(name = "page_no", nullable = false)
    private int pageNumber;

    /** For the object mapper. */
    protected PersistentPage() {}

    public PersistentPage(int pageNumber) {
        this.pageNumber = pageNumber;
    }

    public int getPageNumber() {
        return pageNumber;
    }
}
