package energy.registry.web.port.office;

import energy.registry.web.model.office.CaseKind;
import energy.registry.web.model.office.Document;
import java.util.List;
import java.util.Optional;

/** The files of cases. */
public interface Documents {
    void add(Document document, byte[] content);

    List<Document> of(CaseKind kind, String caseId);

    Optional<byte[]> content(CaseKind kind, String caseId, String documentId);

    boolean remove(CaseKind kind, String caseId, String documentId);
}
