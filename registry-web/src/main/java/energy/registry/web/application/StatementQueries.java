package energy.registry.web.application;

import energy.registry.web.model.Actor;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.Refusal;
import energy.registry.web.model.Slice;
import energy.registry.web.model.StatementRow;
import energy.registry.web.model.Window;
import energy.registry.web.port.Devices;
import energy.registry.web.port.Footage;
import energy.registry.web.port.Meters;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Meter statements, verdicts and their evidence, for the device's owner, the issuing body and the regulator. */
public final class StatementQueries {
    private final Devices devices;
    private final Meters meters;
    private final Footage footage;

    public StatementQueries(Devices devices, Meters meters, Footage footage) {
        this.devices = devices;
        this.meters = meters;
        this.footage = footage;
    }

    public Outcome<Slice<StatementRow>> ofDevice(
            Actor actor, String deviceId, Instant from, Instant until, Window window) {
        Permission.requireSignedIn(actor);
        if (!maySee(actor, deviceId)) {
            return Outcome.refused(Refusal.notFound("Device " + deviceId));
        }
        return meters.statements(deviceId, from, until, window);
    }

    /** Every interval of one statement, in time order. */
    public Outcome<List<StatementRow>> intervals(Actor actor, String statementDigest) {
        Permission.requireSignedIn(actor);
        Refusal missing = Refusal.notFound("Statement " + statementDigest);
        return meters.statement(statementDigest)
                .orMissing(missing)
                .then(rows -> !rows.isEmpty() && maySee(actor, rows.get(0).deviceId())
                        ? Outcome.done(rows)
                        : Outcome.refused(missing));
    }

    public Outcome<StatementRow> find(Actor actor, String statementDigest, int interval) {
        return intervals(actor, statementDigest).then(rows -> rows.stream()
                .filter(row -> row.interval() == interval)
                .findFirst()
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Refusal.notFound("Interval " + interval))));
    }

    /** The picture of all frames' angular profile over time (PNG). */
    public Outcome<byte[]> kymograph(Actor actor, String statementDigest, String clipDigest) {
        return evidence(actor, statementDigest, clipDigest, footage::kymograph);
    }

    /** One frame of a clip (JPEG). */
    public Outcome<byte[]> frame(Actor actor, String statementDigest, String clipDigest, int number) {
        return evidence(actor, statementDigest, clipDigest, clip -> footage.frame(clip, number));
    }

    /** The evidence record of a clip (JSON). */
    public Outcome<String> record(Actor actor, String statementDigest, String clipDigest) {
        return evidence(actor, statementDigest, clipDigest, footage::record);
    }

    private <T> Outcome<T> evidence(
            Actor actor, String statementDigest, String clipDigest, Function<String, Outcome<T>> read) {
        return intervals(actor, statementDigest)
                .then(rows ->
                        rows.stream().flatMap(row -> row.verdicts().stream()).anyMatch(verdict -> verdict.clipDigest()
                                        .equals(clipDigest))
                                ? read.apply(clipDigest)
                                : Outcome.refused(Refusal.notFound("Clip " + clipDigest)));
    }

    private boolean maySee(Actor actor, String deviceId) {
        return devices.find(deviceId)
                .filter(device -> actor.maySee(device.owner()))
                .isPresent();
    }
}
