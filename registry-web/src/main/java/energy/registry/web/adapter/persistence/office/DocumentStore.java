package energy.registry.web.adapter.persistence.office;

import energy.registry.web.adapter.persistence.Database;
import energy.registry.web.model.office.CaseKind;
import energy.registry.web.model.office.Document;
import energy.registry.web.port.office.Documents;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Documents in the database. */
public final class DocumentStore implements Documents {
    private static final String OF_CASE = " where d.caseKind = :kind and d.caseId = :case";

    private final Database database;

    public DocumentStore(Database database) {
        this.database = database;
    }

    @Override
    public void add(Document document, byte[] content) {
        DocumentEntity stored = new DocumentEntity();
        stored.id = document.id();
        stored.caseKind = document.caseKind().name();
        stored.caseId = document.caseId();
        stored.purpose = document.purpose();
        stored.name = document.name();
        stored.mediaType = document.mediaType();
        stored.sizeBytes = document.sizeBytes();
        stored.sha256 = document.sha256();
        stored.content = content;
        stored.uploadedBy = document.uploadedBy();
        stored.uploadedAt = document.uploadedAt();
        database.write(entities -> entities.persist(stored));
    }

    @Override
    public List<Document> of(CaseKind kind, String caseId) {
        return database.read(entities -> entities.createQuery(
                        "select d.id, d.purpose, d.name, d.mediaType, d.sizeBytes, d.sha256, d.uploadedBy, d.uploadedAt"
                                + " from DocumentEntity d" + OF_CASE + " order by d.uploadedAt, d.id",
                        Object[].class)
                .setParameter("kind", kind.name())
                .setParameter("case", caseId)
                .getResultStream()
                .map(row -> document(kind, caseId, row))
                .toList());
    }

    private static Document document(CaseKind kind, String caseId, Object[] row) {
        return new Document(
                (String) row[0],
                kind,
                caseId,
                (String) row[1],
                (String) row[2],
                (String) row[3],
                (Long) row[4],
                (String) row[5],
                (String) row[6],
                (java.time.Instant) row[7]);
    }

    @Override
    public Optional<byte[]> content(CaseKind kind, String caseId, String documentId) {
        return database.read(entities -> entities.createQuery(
                        "select d from DocumentEntity d" + OF_CASE + " and d.id = :id", DocumentEntity.class)
                .setParameter("kind", kind.name())
                .setParameter("case", caseId)
                .setParameter("id", documentId)
                .getResultStream()
                .map(document -> document.content)
                .findFirst());
    }

    @Override
    public boolean remove(CaseKind kind, String caseId, String documentId) {
        AtomicBoolean removed = new AtomicBoolean();
        database.write(entities ->
                removed.set(entities.createQuery("delete from DocumentEntity d" + OF_CASE + " and d.id = :id")
                                .setParameter("kind", kind.name())
                                .setParameter("case", caseId)
                                .setParameter("id", documentId)
                                .executeUpdate()
                        == 1));
        return removed.get();
    }
}
