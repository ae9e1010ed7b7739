package energy.registry.web.application.office;

import energy.registry.web.application.Permission;
import energy.registry.web.model.Actor;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.Refusal;
import energy.registry.web.model.office.CaseFile;
import energy.registry.web.model.office.CaseKind;
import energy.registry.web.model.office.CaseStatus;
import energy.registry.web.model.office.Document;
import energy.registry.web.port.RequestIds;
import energy.registry.web.port.office.CaseFiles;
import energy.registry.web.port.office.Documents;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The papers of a device's application: uploaded by the applicant, read by those who decide. */
public final class KeepDocuments {
    public static final Set<String> PURPOSES =
            Set.of("OWNER_DECLARATION", "SINGLE_LINE_DIAGRAM", "METERING_EVIDENCE", "COMMISSIONING", "PHOTO", "OTHER");

    private static final int NAME_MAX = 120; // characters of a file's name that are kept

    private final CaseFiles cases;
    private final Documents documents;
    private final RequestIds ids;
    private final Journal journal;
    private final Clock clock;

    public KeepDocuments(CaseFiles cases, Documents documents, RequestIds ids, Journal journal, Clock clock) {
        this.cases = cases;
        this.documents = documents;
        this.ids = ids;
        this.journal = journal;
        this.clock = clock;
    }

    /** A document with its bytes. */
    public record Content(Document document, byte[] bytes) {}

    public List<Document> of(Actor actor, String caseId) {
        return visible(actor, caseId)
                .map(file -> documents.of(CaseKind.DEVICE, caseId))
                .orElse(List.of());
    }

    /** As {@link #of}, but a case that is not the actor's to see is not there. */
    public Outcome<List<Document>> list(Actor actor, String caseId) {
        return visible(actor, caseId)
                .map(file -> Outcome.done(documents.of(CaseKind.DEVICE, caseId)))
                .orElseGet(() -> Outcome.refused(Refusal.notFound("This application")));
    }

    public Outcome<Document> add(Actor actor, String caseId, String purpose, String name, byte[] content) {
        Optional<Refusal> refusal = notMine(actor, caseId).or(() -> wrong(caseId, purpose, name, content));
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        Document document = new Document(
                ids.fresh(),
                CaseKind.DEVICE,
                caseId,
                purpose,
                plainName(name),
                FileTypes.mediaType(content).orElseThrow(),
                content.length,
                sha256(content),
                actor.user(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        documents.add(document, content);
        journal.record(actor, "DOCUMENT_ADDED", document.sha256(), "", "Uploaded " + document.name() + ".", "");
        return Outcome.done(document);
    }

    public Outcome<Content> read(Actor actor, String caseId, String documentId) {
        Optional<Content> found = visible(actor, caseId)
                .flatMap(file -> documents.of(CaseKind.DEVICE, caseId).stream()
                        .filter(document -> document.id().equals(documentId))
                        .findFirst())
                .flatMap(document -> documents
                        .content(CaseKind.DEVICE, caseId, documentId)
                        .map(bytes -> new Content(document, bytes)));
        return found.map(Outcome::done).orElseGet(() -> Outcome.refused(Refusal.notFound("This document")));
    }

    public Outcome<String> remove(Actor actor, String caseId, String documentId) {
        Optional<Refusal> refusal = notMine(actor, caseId);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        return documents.remove(CaseKind.DEVICE, caseId, documentId)
                ? Outcome.done(documentId)
                : Outcome.refused(Refusal.notFound("This document"));
    }

    /** Applicants see their own papers; those who decide see what was submitted. */
    private Optional<CaseFile> visible(Actor actor, String caseId) {
        Permission.requireSignedIn(actor);
        return cases.find(CaseKind.DEVICE, caseId)
                .filter(file ->
                        actor.belongsTo(file.organisation()) || (actor.seesEverything() && !file.is(CaseStatus.DRAFT)));
    }

    private Optional<Refusal> notMine(Actor actor, String caseId) {
        Optional<CaseFile> mine = visible(actor, caseId).filter(file -> actor.belongsTo(file.organisation()));
        if (mine.isEmpty()) {
            return Optional.of(Refusal.notFound("This application"));
        }
        return mine.get().status().editable()
                ? Optional.empty()
                : Optional.of(Refusal.conflict(
                        "APPLICATION_NOT_OPEN",
                        "The application is with the issuing body; its papers stay as they are."));
    }

    private Optional<Refusal> wrong(String caseId, String purpose, String name, byte[] content) {
        if (!PURPOSES.contains(purpose)) {
            return Optional.of(Refusal.invalid("purpose", purpose, "Choose what the document shows."));
        }
        if (content.length == 0 || content.length > Document.BYTES_MAX) {
            return Optional.of(Refusal.invalid(
                    "file", name, "The file has " + content.length + " bytes. Choose one of at most 8 MiB."));
        }
        if (FileTypes.mediaType(content).isEmpty()) {
            return Optional.of(Refusal.invalid(
                    "file", name, "It is no PDF, PNG or JPEG by its content. Save it as PDF and choose that."));
        }
        if (FileTypes.active(content)) {
            return Optional.of(Refusal.invalid(
                    "file", name, "The PDF holds scripts or other files. Print it to a plain PDF and choose that."));
        }
        return documents.of(CaseKind.DEVICE, caseId).size() < Document.FILES_MAX
                ? Optional.empty()
                : Optional.of(Refusal.conflict(
                        "TOO_MANY_FILES", "There are " + Document.FILES_MAX + " files already: remove one first."));
    }

    private static String plainName(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String plain = last.replaceAll("[^\\p{L}\\p{N} ._()-]", "_").strip();
        String shown = plain.isEmpty() ? "document" : plain;
        return shown.length() > NAME_MAX ? shown.substring(shown.length() - NAME_MAX) : shown;
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every Java platform has SHA-256", absent);
        }
    }
}
