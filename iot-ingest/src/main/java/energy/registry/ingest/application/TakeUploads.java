package energy.registry.ingest.application;

import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.encoding.Digest;
import energy.registry.ingest.agent.AgentTerms;
import energy.registry.ingest.agent.EnergySteps;
import energy.registry.ingest.agent.Sample;
import energy.registry.ingest.port.FileReader;
import energy.registry.ingest.port.UploadStore;
import energy.registry.ingest.register.Counter;
import energy.registry.ingest.register.CounterStep;
import energy.registry.ingest.register.CounterTrack;
import energy.registry.ingest.statement.Answer;
import energy.registry.ingest.statement.Arrival;
import energy.registry.ingest.upload.FileContent;
import energy.registry.ingest.upload.FileFormat;
import energy.registry.ingest.upload.IntervalGrid;
import energy.registry.ingest.upload.MeteredInterval;
import energy.registry.ingest.upload.RegisterValue;
import energy.registry.ingest.upload.Upload;
import energy.registry.ingest.upload.UploadContext;
import energy.registry.ingest.upload.UploadFinding;
import energy.registry.ingest.upload.UploadFinding.Place;
import energy.registry.ingest.upload.UploadRule;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Takes files: keeps their bytes, reads them, and brings what they say to the intake. Signed statements go there as they
 * stand; unsigned data only through the metering agent, and only for devices that are registered with the agent's key.
 */
public final class TakeUploads {
    private static final int COMMIT_SECONDS_MAX = 60;

    private final FileReader reader;
    private final UploadStore store;
    private final AcceptStatements statements;
    private final AgentMetering agent;
    private final Clock clock;

    public TakeUploads(
            FileReader reader, UploadStore store, AcceptStatements statements, AgentMetering agent, Clock clock) {
        this.reader = reader;
        this.store = store;
        this.statements = statements;
        this.agent = agent;
        this.clock = clock;
    }

    public UploadStore store() {
        return store;
    }

    /** The outcome is durable when this returns; the same file again gives the same outcome. */
    public Upload take(ProductionDevice device, byte[] bytes, Optional<FileFormat> format, String actor) {
        Instant now = clock.instant();
        Upload kept = store.keep(
                new Upload(0, device.deviceId(), actor, Digest.sha(bytes), bytes.length, now, null, null), bytes);
        if (kept.isSettled()) {
            return kept;
        }
        Optional<AgentTerms> terms = agent.termsOf(device);
        UploadContext context = new UploadContext(
                device,
                terms.map(AgentTerms::zone).orElse(ZoneOffset.UTC),
                terms.map(AgentTerms::forwardIsGeneration).orElse(false),
                now);
        FileContent content = reader.read(bytes, format, context);
        Upload finished = kept.finished(content.format(), new Work(kept, device, terms).outcome(content));
        store.finish(finished);
        return finished;
    }

    /** One file on its way through. */
    private final class Work {
        private final Upload upload;
        private final ProductionDevice device;
        private final Optional<AgentTerms> terms;
        private final List<UploadFinding> findings = new ArrayList<>();
        private final List<String> digests = new ArrayList<>();
        private int accepted;
        private int refused;
        private int duplicates;

        Work(Upload upload, ProductionDevice device, Optional<AgentTerms> terms) {
            this.upload = upload;
            this.device = device;
            this.terms = terms;
        }

        Upload.Outcome outcome(FileContent content) {
            findings.addAll(content.findings());
            refused += content.refusedRecords();
            if (!content.envelopes().isEmpty()) {
                envelopes(content.envelopes());
            } else if (!content.intervals().isEmpty()) {
                intervals(content.intervals());
            } else {
                accepted += content.records() - content.refusedRecords();
                registers(content);
            }
            List<UploadFinding> told = findings.subList(0, Math.min(findings.size(), IntervalGrid.FINDINGS_MAX));
            return new Upload.Outcome(accepted, refused, duplicates, told, digests);
        }

        private AgentMetering.Source source() {
            return new AgentMetering.Source("upload", "upload " + upload.id() + " by " + upload.actor());
        }

        private void envelopes(List<byte[]> envelopes) {
            List<CompletableFuture<Answer>> answers = new ArrayList<>();
            for (byte[] envelope : envelopes) {
                answers.add(statements.accept(
                        new Arrival(envelope, "upload", source().peer(), device.meterId(), clock.instant())));
            }
            for (int i = 0; i < answers.size(); i++) {
                Optional<Answer> answer = outcome(answers.get(i));
                if (answer.isPresent()) {
                    count(answer.get(), i + 1, 1);
                } else {
                    refuse(UploadRule.STATEMENT_UNDECIDED, Place.file(), i + 1, "Statement " + (i + 1) + " is open");
                }
            }
        }

        private static Optional<Answer> outcome(CompletableFuture<Answer> answer) {
            try {
                return Optional.of(answer.get(COMMIT_SECONDS_MAX, TimeUnit.SECONDS));
            } catch (ExecutionException | TimeoutException undecided) {
                return Optional.empty();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }

        private void count(Answer answer, Object value, int weight) {
            switch (answer.status()) {
                case ACCEPTED, EARLY -> accepted += weight;
                case DUPLICATE -> duplicates += weight;
                case REFUSED -> {
                    refused += weight;
                    findings.add(new UploadFinding(
                            null,
                            null,
                            answer.refusal().field(),
                            String.valueOf(value),
                            answer.refusal().rule().name(),
                            false,
                            answer.refusal().detail(),
                            answer.refusal().rule().remedy()));
                }
            }
            if (answer.statement() != null && answer.status() != Answer.Status.REFUSED) {
                digests.add(answer.statement().toString());
            }
        }

        private void intervals(List<MeteredInterval> intervals) {
            if (terms.isEmpty()) {
                refused += intervals.size();
                findings.add(notEnrolled(false));
                return;
            }
            IntervalGrid.Aligned aligned = IntervalGrid.align(intervals, device.intervalSeconds());
            if (!aligned.findings().isEmpty()) {
                refused += intervals.size();
                findings.addAll(aligned.findings());
                return;
            }
            AgentMetering.Stated stated = agent.energies(device, terms.get(), aligned.intervals(), source());
            accepted += stated.accepted();
            duplicates += stated.duplicates().size();
            stated.refused()
                    .forEach(each -> refuse(
                            each.otherwise() ? UploadRule.STATED_OTHERWISE : UploadRule.TIME_PASSED,
                            Place.at(each.interval().line(), "interval"),
                            Instant.ofEpochSecond(each.interval().start()),
                            each.seen()));
            int left = aligned.intervals().size()
                    - stated.accepted()
                    - stated.duplicates().size()
                    - stated.refused().size();
            finish(stated, left);
            remainder(aligned.intervals());
        }

        private void remainder(List<MeteredInterval> intervals) {
            BigDecimal left = EnergySteps.over(intervals, 0).remainderWh();
            if (left.signum() > 0) {
                findings.add(UploadFinding.of(
                        UploadRule.REMAINDER_LEFT,
                        Place.file(),
                        left.toPlainString(),
                        left.toPlainString() + " Wh are left"));
            }
        }

        /** @param left things of the file that the agent did not come to */
        private void finish(AgentMetering.Stated stated, int left) {
            for (Answer answer : stated.answers()) {
                boolean isRefused = answer.status() == Answer.Status.REFUSED;
                count(answer, "", isRefused ? left : 0);
            }
            if (stated.problem() != null) {
                refused += left - 1;
                refuse(UploadRule.STATEMENT_UNDECIDED, Place.file(), "", stated.problem());
            }
        }

        private void registers(FileContent content) {
            List<RegisterValue> registers = new ArrayList<>(content.registers());
            if (registers.isEmpty()) {
                return;
            }
            if (terms.isEmpty()) {
                boolean record = content.format() == FileFormat.OCMF;
                findings.add(notEnrolled(record));
                move(record ? 0 : registers.size());
                return;
            }
            registers.sort(Comparator.comparingLong(RegisterValue::epochSecond));
            List<Sample> samples = followed(registers);
            Optional<Sample> below = agent.below(device, samples);
            if (below.isPresent()) {
                long at = below.get().epochSecond();
                registers.stream()
                        .filter(each -> each.epochSecond() == at)
                        .findFirst()
                        .ifPresent(each -> falls(each, "It lies below the register that was stated last"));
            } else if (!samples.isEmpty()) {
                finish(agent.samples(device, terms.get(), samples, source()), 0);
            }
        }

        /** A value that passes is left aside; a register that begins anew takes the whole file with it. */
        private List<Sample> followed(List<RegisterValue> registers) {
            CounterTrack track = new CounterTrack(Counter.WIDE.on(device.capacityW(), device.intervalSeconds()));
            List<Sample> samples = new ArrayList<>();
            List<RegisterValue> strays = new ArrayList<>();
            for (RegisterValue each : registers) {
                CounterStep step = track.take(each.epochSecond(), each.registerWh());
                if (step instanceof CounterStep.Reset reset) {
                    return falls(strays.get(0), reset.lastGoodWh());
                }
                if (step instanceof CounterStep.Suspect || step instanceof CounterStep.Disordered) {
                    strays.add(each);
                } else {
                    samples.add(new Sample(each.epochSecond(), each.registerWh(), 0));
                }
                if (step instanceof CounterStep.Recovered || step instanceof CounterStep.Continues) {
                    left(strays);
                }
            }
            return strays.isEmpty() ? samples : falls(strays.get(0), track.goodWh());
        }

        private void left(List<RegisterValue> strays) {
            for (RegisterValue stray : strays) {
                move(1);
                findings.add(UploadFinding.of(
                        UploadRule.REGISTER_GLITCH,
                        Place.at(stray.line(), "register"),
                        stray.registerWh(),
                        "The values before and after go on without it"));
            }
            strays.clear();
        }

        private List<Sample> falls(RegisterValue fallen, long beforeWh) {
            return falls(fallen, "It stood at " + beforeWh + " Wh before");
        }

        private List<Sample> falls(RegisterValue fallen, String seen) {
            move(accepted);
            findings.add(UploadFinding.of(
                    UploadRule.REGISTER_FALLS, Place.at(fallen.line(), "register"), fallen.registerWh(), seen));
            return List.of();
        }

        /** What seemed accepted is refused after all. */
        private void move(int number) {
            accepted -= number;
            refused += number;
        }

        private UploadFinding notEnrolled(boolean note) {
            UploadRule rule = UploadRule.AGENT_NOT_ENROLLED;
            UploadFinding finding = UploadFinding.of(
                    rule, Place.file(), device.deviceId(), "The registered key of " + device.meterId() + " is its own");
            return new UploadFinding(
                    null, null, "device", finding.value(), rule.name(), note, finding.text(), finding.remedy());
        }

        private void refuse(UploadRule rule, Place place, Object value, String seen) {
            refused++;
            findings.add(UploadFinding.of(rule, place, value, seen));
        }
    }
}
