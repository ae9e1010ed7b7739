package energy.registry.ingest.application;

import energy.registry.domain.device.CameraPolicy;
import energy.registry.domain.device.ProductionDevice;
import energy.registry.ingest.plausibility.History;
import energy.registry.ingest.plausibility.Plausibility;
import energy.registry.ingest.port.DeviceDirectory;
import energy.registry.ingest.port.StatementStore;
import energy.registry.ingest.port.StatementStore.Accepted;
import energy.registry.ingest.port.StatementStore.Refused;
import energy.registry.ingest.statement.Answer;
import energy.registry.ingest.statement.Answer.Status;
import energy.registry.ingest.statement.Arrival;
import energy.registry.ingest.statement.Candidate;
import energy.registry.ingest.statement.Chain;
import energy.registry.ingest.statement.Checked;
import energy.registry.ingest.statement.Finding;
import energy.registry.ingest.statement.Known;
import energy.registry.ingest.statement.Position;
import energy.registry.ingest.statement.Refusal;
import energy.registry.ingest.statement.SequenceKey;
import energy.registry.ingest.statement.Succession;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Decides a batch of checked messages against the meters' locked positions, and has the outcome written. */
public final class Decisions {
    private final DeviceDirectory devices;
    private final Function<Arrival, Checked> recheck;
    private final Duration grace;
    private final Plausibility plausibility;
    private final Stages stages;
    private final Histories histories;

    /**
     * @param recheck reads and checks a statement that had waited, as at its arrival
     * @param plausibility the rules that need a meter's history
     * @param grace how long intervals wait for their verdicts
     */
    public Decisions(
            DeviceDirectory devices,
            Function<Arrival, Checked> recheck,
            Plausibility plausibility,
            Stages stages,
            Duration grace) {
        this.stages = stages;
        this.devices = devices;
        this.recheck = recheck;
        this.grace = grace;
        this.plausibility = plausibility;
        this.histories = new Histories(plausibility);
    }

    Keeper.Outcome decide(StatementStore.Unit unit, List<Checked> batch) {
        return new Run(unit).decide(batch);
    }

    /** One batch: what was read under lock, what has been decided so far, what is to be written. */
    private final class Run {
        private final StatementStore.Unit unit;
        private Map<String, Position> positions = Map.of();
        private Map<SequenceKey, Known> known = Map.of();
        private Map<SequenceKey, Arrival> early = Map.of();
        private Histories.Taken remembered;
        private final List<Accepted> accepted = new ArrayList<>();
        private final Map<SequenceKey, Candidate> parked = new HashMap<>();
        private final List<SequenceKey> unparked = new ArrayList<>();
        private final List<Refused> refused = new ArrayList<>();
        private final Set<String> moved = new HashSet<>();
        private final List<Answer> late = new ArrayList<>();

        Run(StatementStore.Unit unit) {
            this.unit = unit;
        }

        Keeper.Outcome decide(List<Checked> batch) {
            long start = System.nanoTime();
            read(batch);
            long decide = stages.end(Stages.Stage.READ, start);
            List<Answer> answers = new ArrayList<>(batch.size());
            for (Checked checked : batch) {
                answers.add(decide(checked));
            }
            long write = stages.end(Stages.Stage.DECIDE, decide);
            write();
            stages.end(Stages.Stage.WRITE, write);
            return new Keeper.Outcome(answers, late, remembered::keep);
        }

        private void read(List<Checked> batch) {
            Set<String> meters = new HashSet<>();
            Set<SequenceKey> places = new HashSet<>();
            for (Checked checked : batch) {
                if (checked instanceof Checked.Sound sound) {
                    meters.add(sound.candidate().statement().meterId());
                    places.add(SequenceKey.of(sound.candidate()));
                }
            }
            remembered = histories.take(unit, meters);
            if (!meters.isEmpty()) {
                positions = new HashMap<>(unit.lock(meters));
                known = new HashMap<>(unit.known(places));
                early = new HashMap<>(unit.early(meters));
            }
        }

        private void write() {
            unit.quarantine(refused);
            unit.accept(accepted);
            unit.park(List.copyOf(parked.values()));
            unit.unpark(unparked);
            unit.save(moved.stream().map(positions::get).toList());
            unit.saveHistories(remembered.toStore());
        }

        private Answer decide(Checked checked) {
            if (checked instanceof Checked.Unsound unsound) {
                return refuse(unsound.arrival(), null, unsound.meterId(), unsound.refusal());
            }
            Checked.Sound sound = (Checked.Sound) checked;
            Answer answer = follow(sound);
            if (answer.status() == Status.ACCEPTED) {
                applyWaiting(answer.meterId());
                return withPosition(answer);
            }
            return answer;
        }

        private Answer follow(Checked.Sound sound) {
            Candidate candidate = sound.candidate();
            SequenceKey place = SequenceKey.of(candidate);
            String meterId = place.meterId();
            ProductionDevice device = devices.byId(
                            sound.deviceId(),
                            Instant.ofEpochSecond(candidate.statement().period().startEpochSecond()))
                    .orElseThrow();
            Succession succession = Chain.follow(
                    positions.get(meterId), candidate, Optional.ofNullable(known.get(place)), device.capacityW());
            if (succession instanceof Succession.Next next) {
                return accept(sound, next, device);
            }
            if (succession instanceof Succession.Early) {
                known.put(place, new Known(candidate.digest(), candidate.content()));
                parked.put(place, candidate);
                return answer(candidate, Status.EARLY, List.of(), null);
            }
            if (succession instanceof Succession.Duplicate duplicate) {
                boolean waits = early.containsKey(place) || parked.containsKey(place);
                Status status = waits ? Status.EARLY : Status.DUPLICATE;
                return new Answer(duplicate.original(), meterId, status, List.of(), null, positions.get(meterId));
            }
            if (succession instanceof Succession.Equivocation equivocation) {
                move(equivocation.position());
                return refuse(candidate.arrival(), candidate, meterId, equivocation.refusal());
            }
            return refuse(candidate.arrival(), candidate, meterId, ((Succession.Refused) succession).refusal());
        }

        private Answer accept(Checked.Sound sound, Succession.Next next, ProductionDevice device) {
            Candidate candidate = sound.candidate();
            List<Finding> findings = new ArrayList<>(sound.findings());
            findings.addAll(next.findings());
            findings.addAll(examine(candidate, device));
            accepted.add(new Accepted(
                    candidate,
                    sound.deviceId(),
                    findings,
                    device.cameraPolicy() != CameraPolicy.NONE,
                    candidate.arrival().receivedAt().plus(grace)));
            known.put(SequenceKey.of(candidate), new Known(candidate.digest(), candidate.content()));
            move(next.position());
            return answer(candidate, Status.ACCEPTED, findings, null);
        }

        /** Before the position moves on. */
        private List<Finding> examine(Candidate candidate, ProductionDevice device) {
            History history =
                    remembered.of(device, positions.get(device.meterId()).previous());
            List<Finding> noticed = plausibility.examine(history, device, candidate.statement(), candidate.readings());
            remembered.moved(device.meterId(), history, candidate.digest());
            return noticed;
        }

        /** What had overtaken the statement just accepted follows it now. */
        private void applyWaiting(String meterId) {
            for (Position at = positions.get(meterId); !at.isHeld(); at = positions.get(meterId)) {
                SequenceKey place = new SequenceKey(meterId, at.epoch(), at.nextSequence());
                Optional<Checked> waiting = takeWaiting(place);
                if (waiting.isEmpty()) {
                    return;
                }
                known.remove(place);
                late.add(waiting.get() instanceof Checked.Sound sound ? follow(sound) : decide(waiting.get()));
            }
        }

        private Optional<Checked> takeWaiting(SequenceKey place) {
            Candidate inBatch = parked.remove(place);
            if (inBatch != null) {
                return Optional.of(recheck.apply(inBatch.arrival()));
            }
            Arrival stored = early.remove(place);
            if (stored != null) {
                unparked.add(place);
                return Optional.of(recheck.apply(stored));
            }
            return Optional.empty();
        }

        private Answer refuse(Arrival arrival, Candidate candidate, String meterId, Refusal refusal) {
            refused.add(new Refused(arrival, meterId, refusal));
            return new Answer(
                    candidate == null ? null : candidate.digest(),
                    meterId,
                    Status.REFUSED,
                    List.of(),
                    refusal,
                    meterId == null ? null : positions.get(meterId));
        }

        private Answer answer(Candidate candidate, Status status, List<Finding> findings, Refusal refusal) {
            String meterId = candidate.statement().meterId();
            return new Answer(candidate.digest(), meterId, status, findings, refusal, positions.get(meterId));
        }

        private Answer withPosition(Answer answer) {
            return new Answer(
                    answer.statement(),
                    answer.meterId(),
                    answer.status(),
                    answer.findings(),
                    answer.refusal(),
                    positions.get(answer.meterId()));
        }

        private void move(Position position) {
            positions.put(position.meterId(), position);
            moved.add(position.meterId());
        }
    }
}
