package energy.registry.ledger.contract;

import energy.registry.domain.cursor.MeterCursor;
import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.evidence.IntervalStatement;
import energy.registry.domain.evidence.SignedRecord;
import energy.registry.domain.rule.Rule;
import energy.registry.domain.rule.Verdict;
import energy.registry.ledger.state.AccountState;
import energy.registry.ledger.state.CursorPageState;
import energy.registry.ledger.state.DeviceState;
import energy.registry.ledger.state.DeviceStatus;
import energy.registry.ledger.state.Keys;
import java.util.Objects;

/**
 * What follows from a change of a device for its state and its cursor. The contract computes it to compare, the flows to
 * build: there is one place where a change takes effect.
 */
public final class DevicePlan {
    private final DeviceState device;
    private final CursorPageState page;
    private final ProductionDevice record;
    private final MeterCursor cursor;

    public DevicePlan(DeviceState device, CursorPageState page) {
        this.device = device;
        this.page = page;
        this.record = device.record();
        this.cursor = page.cursors()
                .ofMeter(record.meterId())
                .orElseThrow(
                        () -> new IllegalArgumentException("page " + device.getPage() + " has no " + record.meterId()));
    }

    /** @param until as {@link ChangeDeviceStatus} says */
    public Outcome status(DeviceAction action, long until) {
        Verdict permitted = Rule.STATUS_PERMITS_ACTION.holds(
                permits(device.getStatus(), action), action + " of a device that is " + device.getStatus());
        switch (action) {
            case ATTEST:
                return outcome(permitted, device.attestedUntil(until), cursor);
            case RETIRE:
                return outcome(
                        Verdict.firstOf(() -> permitted, () -> startsOnGrid(until)),
                        device.withStatus(DeviceStatus.RETIRED),
                        cursor.claimableUntil(until));
            case RESUME:
                return outcome(
                        permitted,
                        device.withStatus(DeviceStatus.APPROVED),
                        cursor.claimableUntil(MeterCursor.UNBOUNDED));
            case SUSPEND:
            case LAPSE:
                return outcome(
                        permitted, device.withStatus(DeviceStatus.SUSPENDED), cursor.claimableUntil(MeterCursor.NEVER));
            default:
                throw new IllegalArgumentException("action " + action);
        }
    }

    private static boolean permits(DeviceStatus status, DeviceAction action) {
        switch (action) {
            case SUSPEND:
            case LAPSE:
                return status == DeviceStatus.APPROVED;
            case RESUME:
                return status == DeviceStatus.SUSPENDED;
            default:
                return status != DeviceStatus.RETIRED;
        }
    }

    private Verdict startsOnGrid(long second) {
        return Rule.CHANGE_STARTS_ON_GRID.holds(
                Math.floorMod(second, (long) record.intervalSeconds()) == 0, "second " + second);
    }

    /** The record as amended; it may not touch what makes the device the device it is. */
    public Outcome amended(ProductionDevice after, long effective) {
        Verdict verdict = Verdict.firstOf(
                this::isInService,
                () -> keepsTheRest(after),
                () -> RegisterDeviceRules.registrable(after),
                () -> record.standing().isContinuedBy(after.standing()),
                () -> cursor.permitsTermsFrom(effective));
        return verdict.isValid()
                ? outcome(
                        verdict,
                        device.withRecord(after, device.getOwner()),
                        cursor.amended(after, cursor.terms().ownerKey(), effective))
                : Outcome.refused(verdict);
    }

    /** The device in the hands of another account. */
    public Outcome handedOver(AccountState owner, long at) {
        Verdict verdict = Verdict.firstOf(
                this::isInService, () -> cursor.permitsTermsFrom(at), () -> cursor.isIssuedUntilAtMost(at));
        if (!verdict.isValid()) {
            return Outcome.refused(verdict);
        }
        ProductionDevice after = record.toBuilder().owner(owner.getAccountId()).build();
        return outcome(
                verdict,
                device.withRecord(after, owner.getKey()),
                cursor.amended(after, Keys.kernelKey(owner.getKey()), at));
    }

    /** The device with another meter. */
    public Outcome exchanged(ExchangeMeter command) {
        Verdict verdict = Verdict.firstOf(
                this::isInService,
                () -> cursor.permitsExchange(command.getAtEpochSecond(), command.getClosingRegisterWh()),
                () -> isSigned(command));
        if (!verdict.isValid()) {
            return Outcome.refused(verdict);
        }
        ProductionDevice after = command.on(record);
        return outcome(
                verdict,
                device.withRecord(after, device.getOwner()),
                cursor.exchanged(
                        after,
                        command.getAtEpochSecond(),
                        command.getClosingRegisterWh(),
                        command.getOpeningRegisterWh()));
    }

    /** The epoch of the cursor's register now. */
    public int epoch() {
        return cursor.position().epoch();
    }

    private Verdict isInService() {
        return Rule.STATUS_PERMITS_ACTION.holds(
                device.getStatus() != DeviceStatus.RETIRED, "the device is " + device.getStatus());
    }

    private Verdict isSigned(ExchangeMeter command) {
        if (command.getClosingStatement().length == 0) {
            return Verdict.VALID;
        }
        try {
            SignedRecord signed = SignedRecord.decode(command.getClosingStatement());
            IntervalStatement statement = IntervalStatement.decode(signed.record());
            long[] registers = statement.registersWh();
            boolean closes = statement.meterId().equals(record.meterId())
                    && statement.epoch() == epoch()
                    && registers[registers.length - 1] == command.getClosingRegisterWh()
                    && statement.period(statement.intervalCount() - 1).endEpochSecond() == command.getAtEpochSecond();
            return Verdict.firstOf(
                    () -> Rule.CLOSING_REGISTER_IS_SIGNED.holds(closes, statement.toString()),
                    () -> Rule.CLOSING_REGISTER_IS_SIGNED.holds(
                            signed.isSignedBy(cursor.terms().meterKey(), new LedgerSignatures()), "another key"));
        } catch (IllegalArgumentException e) {
            return Rule.CLOSING_REGISTER_IS_SIGNED.isBrokenBy(e.getMessage());
        }
    }

    /** Names the first of the fixed fields that differs. */
    private Verdict keepsTheRest(ProductionDevice after) {
        Object[][] fixed = {
            {"deviceId", record.deviceId(), after.deviceId()},
            {"owner", record.owner(), after.owner()},
            {"technology", record.technology(), after.technology()},
            {"country", record.country(), after.country()},
            {"zone", record.zone(), after.zone()},
            {"latitude", record.latitudeMicroDegrees(), after.latitudeMicroDegrees()},
            {"longitude", record.longitudeMicroDegrees(), after.longitudeMicroDegrees()},
            {"operationalSince", record.operationalSinceEpochDay(), after.operationalSinceEpochDay()},
            {"meteringPointId", record.meteringPointId(), after.meteringPointId()},
            {"meterId", record.meterId(), after.meterId()},
            {"meterSerial", record.meterSerial(), after.meterSerial()},
            {"meterMaker", record.meterMaker(), after.meterMaker()},
            {"intervalSeconds", record.intervalSeconds(), after.intervalSeconds()},
        };
        for (Object[] field : fixed) {
            if (!Objects.equals(field[1], field[2])) {
                return Rule.CHANGE_KEEPS_THE_REST.isBrokenBy(field[0] + ": " + field[1] + " becomes " + field[2]);
            }
        }
        return Verdict.VALID;
    }

    private Outcome outcome(Verdict verdict, DeviceState after, MeterCursor next) {
        return verdict.isValid()
                ? new Outcome(verdict, after, page.with(page.cursors().with(next)))
                : Outcome.refused(verdict);
    }

    /** A refusal, or the device and the page after the change. */
    public static final class Outcome {
        private final Verdict verdict;
        private final DeviceState device;
        private final CursorPageState page;

        private Outcome(Verdict verdict, DeviceState device, CursorPageState page) {
            this.verdict = verdict;
            this.device = device;
            this.page = page;
        }

        static Outcome refused(Verdict verdict) {
            return new Outcome(verdict, null, null);
        }

        public Verdict verdict() {
            return verdict;
        }

        /** Only a valid verdict has one. */
        public DeviceState device() {
            return device;
        }

        /** Only a valid verdict has one. */
        public CursorPageState page() {
            return page;
        }
    }
}
