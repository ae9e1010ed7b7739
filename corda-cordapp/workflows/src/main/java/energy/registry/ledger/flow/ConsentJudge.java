package energy.registry.ledger.flow;

import energy.registry.domain.certificate.StatementNumber;
import energy.registry.domain.claim.SignedClaim;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.rule.Rule;
import energy.registry.domain.rule.Verdict;
import energy.registry.ledger.consent.Act;
import energy.registry.ledger.consent.Approvals;
import energy.registry.ledger.contract.EnterRegistry;
import energy.registry.ledger.contract.FoundControl;
import energy.registry.ledger.contract.FoundRegister;
import energy.registry.ledger.contract.Issue;
import energy.registry.ledger.contract.OpenAccount;
import energy.registry.ledger.contract.RegisterDevice;
import energy.registry.ledger.contract.ReverseRetirement;
import energy.registry.ledger.contract.WithdrawCertificates;
import energy.registry.ledger.state.AccountState;
import energy.registry.ledger.state.DeviceState;
import energy.registry.ledger.state.ForeignRegistryState;
import java.time.Instant;
import net.corda.core.contracts.StateRef;
import net.corda.core.node.ServiceHub;
import net.corda.core.transactions.WireTransaction;

/**
 * Whether this node consents to a lawful transaction: the issuing body that an account's id is new and that a reversal
 * keeps the rules, the regulator that nothing is founded twice and that it has approved the act.
 */
final class ConsentJudge {
    private final ServiceHub services;
    private final WireTransaction tx;
    private final LedgerView view;

    ConsentJudge(ServiceHub services, WireTransaction tx) {
        this.services = services;
        this.tx = tx;
        this.view = new LedgerView(services);
    }

    Verdict verdict() {
        Object command = tx.getCommands().get(0).getValue();
        if (command instanceof OpenAccount) {
            String accountId = tx.outputsOfType(AccountState.class).get(0).getAccountId();
            return Rule.ACCOUNT_ID_IS_NEW.holds(
                    !view.findAccount(accountId).isPresent(), "account '" + accountId + "'");
        } else if (command instanceof FoundRegister) {
            return Rule.REGULATOR_FOUNDS_REGISTER.holds(!view.register().isPresent(), "a device register exists");
        } else if (command instanceof FoundControl) {
            return Rule.CONTROL_IS_FOUNDED.holds(!view.findControl().isPresent(), "a control state exists");
        } else if (command instanceof RegisterDevice) {
            DeviceState device = tx.outputsOfType(DeviceState.class).get(0);
            return approved(Act.SHARED_LOCATION, device.record().deviceId());
        } else if (command instanceof Issue) {
            return late((Issue) command);
        } else if (command instanceof EnterRegistry) {
            String name =
                    tx.outputsOfType(ForeignRegistryState.class).get(0).record().name();
            return Verdict.firstOf(
                    () -> Rule.REGISTRY_IS_COMPLETE.holds(
                            !view.foreignRegistry(name).isPresent(), "registry '" + name + "' is entered"),
                    () -> approved(Act.ENTER_REGISTRY, name));
        } else if (command instanceof WithdrawCertificates) {
            return approved(Act.WITHDRAW, subjectOf((WithdrawCertificates) command));
        } else if (command instanceof ReverseRetirement) {
            return isRegulator() ? approved(Act.REVERSE_RETIREMENT, statementNo()) : Verdict.VALID;
        }
        return Rule.COMMAND_IS_KNOWN.isBrokenBy(
                "no consent is given to " + command.getClass().getSimpleName());
    }

    /** Late energy is issued claim by claim. */
    private Verdict late(Issue issue) {
        SignedClaim claim = SignedClaim.decode(issue.getClaims().get(0).getBytes());
        return Verdict.firstOf(
                () -> Rule.APPROVAL_IS_GIVEN.holds(issue.getClaims().size() == 1, "several claims"),
                () -> approved(Act.LATE_ISSUE, claim.claim().id().toString()));
    }

    private boolean isRegulator() {
        LedgerParties parties = new LedgerParties(services);
        return parties.self().equals(parties.regulator());
    }

    private Verdict approved(Act act, String subject) {
        return Rule.APPROVAL_IS_GIVEN.holds(
                services.cordaService(Approvals.class).isGiven(act, subject), act + " of '" + subject + "'");
    }

    /** {@code <meterId>:<start>/<end>}. */
    private static String subjectOf(WithdrawCertificates command) {
        String meterId =
                SignedClaim.decode(command.getClaim()).claim().statement().meterId();
        return meterId + ":" + Instant.ofEpochSecond(command.getStartEpochSecond()) + "/"
                + Instant.ofEpochSecond(command.getEndEpochSecond());
    }

    /** A reversal consumes one retirement; where it stands is its number. */
    private String statementNo() {
        StateRef retired = tx.getInputs().get(0);
        return StatementNumber.of(Digest.parse(LedgerFlow.text(retired.getTxhash())), retired.getIndex());
    }
}
