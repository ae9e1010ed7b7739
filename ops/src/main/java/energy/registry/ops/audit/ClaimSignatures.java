package energy.registry.ops.audit;

import com.fasterxml.jackson.databind.JsonNode;
import energy.registry.domain.claim.GenerationClaim;
import energy.registry.domain.claim.SignedClaim;
import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.evidence.IntervalStatement;
import energy.registry.domain.identity.PlatformSignatures;
import energy.registry.domain.identity.SignatureCheck;
import energy.registry.domain.identity.SigningKey;
import energy.registry.ops.verify.BrokenLink;
import energy.registry.ops.verify.LedgerTransaction;
import energy.registry.ops.verify.SerialisedState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What a transaction proves by its bytes alone: that its id is the root over them, that the notary signed it, and, where it
 * issues, that the issuing body signed and that meter and verifiers signed each claim that a certificate names.
 */
final class ClaimSignatures {
    private static final int COMMANDS = 2;

    private final SigningKey notary;
    private final SigningKey issuingBody;
    private final SignatureCheck signatures = new PlatformSignatures();

    ClaimSignatures(SigningKey notary, SigningKey issuingBody) {
        this.notary = notary;
        this.issuingBody = issuingBody;
    }

    /**
     * What one transaction's bytes showed.
     *
     * @param wrong what is not as it must be
     * @param meteredWh energy that its claims' meters counted, by device and day
     */
    record Finding(int signatures, List<String> wrong, Map<DeviceDay, Long> meteredWh) {}

    /** @param devices the versions of a device's record that the regulator has recorded */
    Finding check(Transaction told, JsonNode proof, Function<String, List<ProductionDevice>> devices) {
        Check check = new Check(told.txId());
        try {
            LedgerTransaction transaction = LedgerTransaction.read(proof);
            if (!told.txId().equals(transaction.computedId().toString())) {
                check.wrong.add("transaction " + told.txId() + " has the bytes of " + transaction.computedId());
            }
            check.signed(transaction, notary, "the notary");
            if (!told.claims().isEmpty()) {
                check.signed(transaction, issuingBody, "the issuing body");
                check.claims(transaction, told, devices);
            }
        } catch (BrokenLink | IllegalArgumentException unreadable) {
            check.wrong.add("transaction " + told.txId() + " cannot be read: " + unreadable.getMessage());
        }
        return new Finding(check.checked, check.wrong, check.meteredWh);
    }

    private final class Check {
        private final String txId;
        private final List<String> wrong = new ArrayList<>();
        private final Map<DeviceDay, Long> meteredWh = new HashMap<>();
        private int checked;

        Check(String txId) {
            this.txId = txId;
        }

        void signed(LedgerTransaction transaction, SigningKey key, String who) {
            checked++;
            boolean signed = transaction.signatures().stream()
                    .anyMatch(each -> each.by().equals(key) && each.covers(transaction.txId(), signatures));
            if (!signed) {
                wrong.add("transaction " + txId + " is not signed by " + who);
            }
        }

        void claims(LedgerTransaction transaction, Transaction told, Function<String, List<ProductionDevice>> devices) {
            Map<String, String> unproven = new HashMap<>(told.claims());
            for (byte[] command : transaction.groups().getOrDefault(COMMANDS, List.of())) {
                for (byte[] record : new SerialisedState(command).records(SignedClaim.TAG)) {
                    SignedClaim claim = SignedClaim.decode(record);
                    unproven.remove(claim.claim().id().toString());
                    claim(claim, devices.apply(claim.claim().deviceId()));
                }
            }
            unproven.forEach((claimId, certificateId) -> wrong.add(
                    "certificate " + certificateId + " names claim " + claimId + ", which is not in " + txId));
        }

        private void claim(SignedClaim signed, List<ProductionDevice> versions) {
            checked++;
            GenerationClaim claim = signed.claim();
            boolean supported = versions.stream().anyMatch(device -> isSupportedBy(signed, device));
            if (!supported) {
                wrong.add("claim " + claim.id() + " of " + claim.deviceId() + " in " + txId
                        + " is not signed by its meter and the quorum of its verifiers");
            }
            IntervalStatement statement = claim.statement();
            for (int i = 0; i < claim.intervalCount(); i++) {
                int interval = claim.firstInterval() + i;
                Instant start = Instant.ofEpochSecond(statement.period(interval).startEpochSecond());
                DeviceDay day = new DeviceDay(claim.deviceId(), LocalDate.ofInstant(start, ZoneOffset.UTC));
                meteredWh.merge(day, statement.energy(interval).toLong(), Long::sum);
            }
        }

        private boolean isSupportedBy(SignedClaim signed, ProductionDevice device) {
            return signed.claim().signedStatement().isSignedBy(device.meterKey(), signatures)
                    && signed.validSignatures(device.verifiers(), signatures) >= device.quorum();
        }
    }
}
