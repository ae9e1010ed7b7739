package energy.registry.web.application.office;

import energy.registry.web.model.Outcome;
import energy.registry.web.model.Refusal;
import energy.registry.web.model.Slice;
import energy.registry.web.model.Window;
import energy.registry.web.model.office.Activity;
import energy.registry.web.model.office.CaseFile;
import energy.registry.web.model.office.CaseKind;
import energy.registry.web.model.office.CaseStatus;
import energy.registry.web.model.office.Document;
import energy.registry.web.model.office.Message;
import energy.registry.web.model.office.Neighbour;
import energy.registry.web.model.office.Receipt;
import energy.registry.web.model.office.Service;
import energy.registry.web.port.office.Activities;
import energy.registry.web.port.office.CaseFiles;
import energy.registry.web.port.office.Commands;
import energy.registry.web.port.office.DeviceFiles;
import energy.registry.web.port.office.Documents;
import energy.registry.web.port.office.Messages;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The offices' stores and the services, in memory; every command is written down, and may be told to be refused. */
public final class MemoryOffice implements Documents, Activities, Commands, DeviceFiles {
    static final Instant NOW = Instant.parse("2026-02-01T00:00:00Z");

    final List<Activity> log = new ArrayList<>();
    private final Set<String> once = new HashSet<>();
    final List<Message> told = new ArrayList<>();
    final List<String> paths = new ArrayList<>();
    final List<Map<String, Object>> bodies = new ArrayList<>();
    final List<Neighbour> near = new ArrayList<>();
    final Map<String, Map<String, Object>> devices = new LinkedHashMap<>();
    final Map<Document, byte[]> papers = new LinkedHashMap<>();
    Refusal refusal;
    final String agentKey = PublicKeys.read(WindApplication.pem()).orElseThrow();

    final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    final Cases cases = new Cases();
    final Journal journal = new Journal(this, messages(), clock);

    /** Writes into {@link #log} and {@link #told}. */
    public Journal journal() {
        return journal;
    }

    /** Cases in memory, as the contract of the port asks. */
    public static final class Cases implements CaseFiles {
        private final Map<String, CaseFile> files = new LinkedHashMap<>();

        @Override
        public boolean open(CaseFile file) {
            return files.putIfAbsent(key(file.kind(), file.id()), file) == null;
        }

        @Override
        public Optional<CaseFile> find(CaseKind kind, String id) {
            return Optional.ofNullable(files.get(key(kind, id)));
        }

        @Override
        public boolean save(CaseFile file) {
            CaseFile old = files.get(key(file.kind(), file.id()));
            if (old == null || old.version() != file.version()) {
                return false;
            }
            CaseFile next = new CaseFile(
                    file.kind(),
                    file.id(),
                    file.organisation(),
                    file.status(),
                    file.values(),
                    old.createdBy(),
                    old.createdAt(),
                    file.changedAt(),
                    file.version() + 1);
            files.put(key(file.kind(), file.id()), next);
            return true;
        }

        @Override
        public Slice<CaseFile> list(CaseKind kind, String organisation, Set<CaseStatus> statuses, Window window) {
            List<CaseFile> all = files.values().stream()
                    .filter(file -> file.kind() == kind && statuses.contains(file.status()))
                    .filter(file ->
                            organisation.isEmpty() || file.organisation().equals(organisation))
                    .sorted(Comparator.comparing(CaseFile::createdAt)
                            .thenComparing(CaseFile::id)
                            .reversed())
                    .dropWhile(file -> !window.after().isEmpty() && !file.id().equals(window.after()))
                    .skip(window.after().isEmpty() ? 0 : 1)
                    .toList();
            boolean more = all.size() > window.limit();
            List<CaseFile> shown = more ? all.subList(0, window.limit()) : all;
            return new Slice<>(shown, more ? shown.get(shown.size() - 1).id() : "");
        }

        @Override
        public long count(CaseKind kind, String organisation, Set<CaseStatus> statuses) {
            return list(kind, organisation, statuses, new Window("", Window.ROWS_MAX))
                    .items()
                    .size();
        }

        private static String key(CaseKind kind, String id) {
            return kind + " " + id;
        }
    }

    @Override
    public Outcome<Receipt> post(Service service, String path, Map<String, Object> body) {
        if (refusal != null) {
            return Outcome.refused(refusal);
        }
        paths.add(service + " " + path);
        bodies.add(body);
        return Outcome.done(new Receipt(
                Map.of("txId", "tx" + paths.size(), "approvalId", "a1", "deviceDigest", "d1", "meterKey", agentKey)));
    }

    @Override
    public String segment(String text) {
        return text;
    }

    @Override
    public void add(Document document, byte[] content) {
        papers.put(document, content);
    }

    @Override
    public List<Document> of(CaseKind kind, String caseId) {
        return papers.keySet().stream()
                .filter(paper -> paper.caseId().equals(caseId))
                .toList();
    }

    @Override
    public Optional<byte[]> content(CaseKind kind, String caseId, String documentId) {
        return of(kind, caseId).stream()
                .filter(paper -> paper.id().equals(documentId))
                .findFirst()
                .map(papers::get);
    }

    @Override
    public boolean remove(CaseKind kind, String caseId, String documentId) {
        return papers.keySet()
                .removeIf(
                        paper -> paper.id().equals(documentId) && paper.caseId().equals(caseId));
    }

    @Override
    public void add(Activity activity) {
        log.add(activity);
    }

    @Override
    public void addOnce(Activity activity, String key) {
        if (once.add(key)) {
            log.add(activity);
        }
    }

    @Override
    public Slice<Activity> list(String organisation, Window window) {
        return new Slice<>(
                log.stream()
                        .filter(row -> organisation.isEmpty()
                                || row.organisation().equals(organisation)
                                || row.concerns().equals(organisation))
                        .toList(),
                "");
    }

    /** A journal for tests that do not look into it. */
    public static Journal silentJournal() {
        return new MemoryOffice().journal;
    }

    /** Of the messages; both ports call their lists alike. */
    Slice<Message> messagesTo(String organisation) {
        return new Slice<>(
                told.stream()
                        .filter(message -> message.organisation().equals(organisation))
                        .toList(),
                "");
    }

    Messages messages() {
        MemoryOffice office = this;
        return new Messages() {
            @Override
            public void add(Message message) {
                office.told.add(message);
            }

            @Override
            public Slice<Message> list(String organisation, Window window) {
                return office.messagesTo(organisation);
            }

            @Override
            public long unread(String organisation, String user) {
                return office.messagesTo(organisation).items().size();
            }

            @Override
            public void readUpTo(String user, long seq) {
                // nothing is remembered here
            }
        };
    }

    @Override
    public List<Neighbour> neighbours(Map<String, String> values) {
        return near;
    }

    @Override
    public Optional<Map<String, Object>> recorded(String deviceId) {
        return Optional.ofNullable(devices.get(deviceId));
    }
}
