package energy.registry.ledger.flow;

import co.paralleluniverse.fibers.Suspendable;
import energy.registry.domain.control.Freeze;
import energy.registry.ledger.state.ControlState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.StartableByRPC;

/** The freezes on the list, in the order they were ordered. */
@StartableByRPC
public final class ReadFreezes extends FlowLogic<List<ListedFreeze>> {
    @Suspendable
    @Override
    public List<ListedFreeze> call() {
        Optional<StateAndRef<ControlState>> control = new LedgerView(getServiceHub()).findControl();
        List<ListedFreeze> listed = new ArrayList<>();
        if (control.isPresent()) {
            for (Freeze freeze : control.get().getState().getData().list().freezes()) {
                listed.add(of(freeze));
            }
        }
        return listed;
    }

    private static ListedFreeze of(Freeze freeze) {
        return new ListedFreeze(
                freeze.freezeId(),
                freeze.kind().name(),
                freeze.subjectId(),
                freeze.by().name(),
                freeze.caseNo(),
                freeze.reason(),
                Instant.ofEpochSecond(freeze.fromEpochSecond()),
                freeze.isOpen() ? null : Instant.ofEpochSecond(freeze.untilEpochSecond()));
    }
}
