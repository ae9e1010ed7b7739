package energy.registry.ledger.contract;

import energy.registry.domain.control.Freeze;
import energy.registry.domain.control.FreezeList;
import energy.registry.domain.rule.Rule;
import energy.registry.domain.rule.Verdict;
import energy.registry.ledger.state.CertificateState;
import energy.registry.ledger.state.ControlState;
import energy.registry.ledger.state.Keys;
import java.security.PublicKey;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.corda.core.identity.Party;

/** Holds a command against the freeze list that it refers to; a freeze counts until the window lies after its end. */
final class Freezes {
    private final Facts facts;

    Freezes(Facts facts) {
        this.facts = facts;
    }

    /** The control state that the transaction refers to; only where {@link #consulted} holds. */
    ControlState control() {
        return facts.references(ControlState.class).get(0);
    }

    /** Whether the command refers to the control state of this issuer under this notary. */
    Verdict consulted(Party issuer) {
        List<ControlState> controls = facts.references(ControlState.class);
        if (controls.size() != 1) {
            return Rule.FREEZES_ARE_CONSULTED.isBrokenBy(controls.size() + " control states");
        }
        boolean genuine = controls.get(0).getIssuer().equals(issuer)
                && controls.get(0).getNotary().equals(facts.notary());
        return Rule.FREEZES_ARE_CONSULTED.holds(genuine, "control state of another issuer or notary");
    }

    /** Whether neither the certificates' devices, nor their owners, nor the other accounts are frozen. */
    Verdict allow(List<CertificateState> certificates, PublicKey... others) {
        Set<String> devices = new LinkedHashSet<>();
        Set<PublicKey> keys = new LinkedHashSet<>();
        for (CertificateState state : certificates) {
            devices.add(state.certificate().deviceId());
            keys.add(state.getOwner());
        }
        for (PublicKey other : others) {
            keys.add(other);
        }
        return Verdict.firstOf(
                () -> consulted(certificates.get(0).getIssuer()),
                () -> sameIssuer(certificates),
                () -> free(devices, keys));
    }

    private Verdict sameIssuer(List<CertificateState> certificates) {
        boolean same = certificates.stream()
                .allMatch(state -> state.getIssuer().equals(control().getIssuer()));
        return Rule.FREEZES_ARE_CONSULTED.holds(same, "certificates of several issuers");
    }

    Verdict free(Set<String> devices, Set<PublicKey> keys) {
        FreezeList list = control().list();
        if (list.freezes().isEmpty()) {
            return Verdict.VALID;
        }
        long since = facts.fromEpochSecond();
        for (String device : devices) {
            Optional<Freeze> freeze = list.ofDevice(device, since);
            if (freeze.isPresent()) {
                return frozen(freeze.get());
            }
        }
        for (PublicKey key : keys) {
            Optional<Freeze> freeze = list.ofKey(Keys.idOf(key), since);
            if (freeze.isPresent()) {
                return frozen(freeze.get());
            }
        }
        return Verdict.VALID;
    }

    private static Verdict frozen(Freeze freeze) {
        return Rule.SUBJECT_IS_NOT_FROZEN.isBrokenBy(
                freeze.kind() + " " + freeze.subjectId() + " is frozen by " + freeze.freezeId());
    }
}
