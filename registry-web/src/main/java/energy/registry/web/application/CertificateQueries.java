package energy.registry.web.application;

import energy.registry.web.model.Actor;
import energy.registry.web.model.CertificateFilter;
import energy.registry.web.model.CertificateRow;
import energy.registry.web.model.HistoryEntry;
import energy.registry.web.model.HoldingGroup;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.Refusal;
import energy.registry.web.model.Slice;
import energy.registry.web.model.Window;
import energy.registry.web.port.Certificates;
import energy.registry.web.port.Devices;
import energy.registry.web.port.History;
import java.util.List;
import java.util.Optional;

/** Certificates: an organisation sees its own and those of its devices, anyone signed in sees offered ones, overseers see all. */
public final class CertificateQueries {
    private final Certificates certificates;
    private final Devices devices;
    private final History history;
    private final ProvenanceBundles bundles;

    public CertificateQueries(Certificates certificates, Devices devices, History history, ProvenanceBundles bundles) {
        this.certificates = certificates;
        this.devices = devices;
        this.history = history;
        this.bundles = bundles;
    }

    /** Overseers see what the filter says, everybody else what their organisation owns. */
    public Slice<CertificateRow> list(Actor actor, CertificateFilter filter, Window window) {
        Permission.requireSignedIn(actor);
        if (actor.seesEverything()) {
            return certificates.list(filter, window);
        }
        return actor.organisation().isEmpty()
                ? Slice.empty()
                : certificates.list(filter.ownedBy(actor.organisation()), window);
    }

    public Optional<CertificateRow> find(Actor actor, String certificateId) {
        Permission.requireSignedIn(actor);
        return certificates.find(certificateId).filter(certificate -> maySee(actor, certificate));
    }

    /** Every event of the certificate, its ancestors and its descendants, oldest first; empty when it is not the actor's to see. */
    public List<HistoryEntry> history(Actor actor, String certificateId) {
        return find(actor, certificateId)
                .map(certificate -> history.ofCertificate(certificateId))
                .orElse(List.of());
    }

    /** The provenance bundle, a JSON document that anyone can check offline. */
    public Outcome<String> provenance(Actor actor, String certificateId) {
        return find(actor, certificateId)
                .map(certificate -> bundles.ofCertificate(certificate, ""))
                .orElseGet(() -> Outcome.refused(Refusal.notFound("Certificate " + certificateId)));
    }

    /** What the actor's organisation holds, summed up by MONTH, DEVICE or HOUR. */
    public List<HoldingGroup> holdingsBy(Actor actor, String by) {
        Permission.requireSignedIn(actor);
        return actor.organisation().isEmpty() ? List.of() : certificates.groups(actor.organisation(), by);
    }

    /** What a transaction, a purchase say, gave the actor's organisation and it still has. */
    public List<CertificateRow> receivedIn(Actor actor, String txId) {
        Permission.requireSignedIn(actor);
        return actor.organisation().isEmpty() ? List.of() : certificates.receivedIn(actor.organisation(), txId);
    }

    /** What the actor's organisation was given out of an offer, whatever became of it since. */
    public List<CertificateRow> boughtFrom(Actor actor, String offerId) {
        Permission.requireSignedIn(actor);
        return actor.organisation().isEmpty() ? List.of() : certificates.cutFrom(actor.organisation(), offerId);
    }

    private boolean maySee(Actor actor, CertificateRow certificate) {
        return actor.maySee(certificate.owner())
                || "OFFERED".equals(certificate.status())
                || devices.find(certificate.deviceId())
                        .filter(device -> actor.belongsTo(device.owner()))
                        .isPresent();
    }
}
