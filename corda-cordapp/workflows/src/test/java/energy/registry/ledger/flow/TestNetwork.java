package energy.registry.ledger.flow;

import static java.util.Arrays.asList;
import static java.util.Collections.singletonList;
import static net.corda.testing.common.internal.ParametersUtilitiesKt.testNetworkParameters;
import static net.corda.testing.node.internal.InternalTestUtilsKt.cordappWithPackages;

import energy.registry.fixture.Plant;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import net.corda.core.concurrent.CordaFuture;
import net.corda.core.flows.FlowLogic;
import net.corda.core.identity.CordaX500Name;
import net.corda.testing.node.MockNetwork;
import net.corda.testing.node.MockNetworkNotarySpec;
import net.corda.testing.node.MockNetworkParameters;
import net.corda.testing.node.StartedMockNode;
import net.corda.testing.node.TestClock;

/** The registry's four nodes in one process, under their real names. */
final class TestNetwork implements AutoCloseable {
    static {
        loadFibers();
    }

    /** Of the network that the launcher makes too. */
    private static final int PLATFORM_VERSION = 12;

    /** The fixtures' energy is of a fixed day: the nodes live the day after, whenever the test runs. */
    static final Instant NOW = Instant.ofEpochSecond(Plant.MIDNIGHT).plus(Duration.ofDays(1));

    private static final long FLOW_SECONDS_MAX = 300;

    private final MockNetwork network;
    private final StartedMockNode issuingBody;
    private final StartedMockNode market;
    private final StartedMockNode regulator;

    /**
     * A mock network has fibers verify their instrumentation, and the verifier takes calls inside one of Corda's own
     * classes for faults. Whether to verify is decided when the class is loaded: so it is loaded before.
     */
    private static void loadFibers() {
        System.setProperty("co.paralleluniverse.fibers.verifyInstrumentation", "false");
        try {
            Class.forName("co.paralleluniverse.fibers.Fiber");
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("Quasar is on the class path", e);
        }
    }

    TestNetwork() {
        network = new MockNetwork(new MockNetworkParameters(
                        singletonList(cordappWithPackages("energy.registry.ledger", "energy.registry.domain")))
                .withNetworkParameters(testNetworkParameters(Collections.emptyList(), PLATFORM_VERSION))
                .withNotarySpecs(singletonList(new MockNetworkNotarySpec(LedgerParties.NOTARY, true))));
        issuingBody = network.createPartyNode(LedgerParties.ISSUING_BODY);
        market = network.createPartyNode(LedgerParties.MARKET);
        regulator = network.createPartyNode(LedgerParties.REGULATOR);
        network.runNetwork();
        turnClocks(NOW);
    }

    /** Has all nodes live from this time on. */
    void turnClocks(Instant now) {
        for (StartedMockNode node : asList(network.getDefaultNotaryNode(), issuingBody, market, regulator)) {
            ((TestClock) node.getServices().getClock()).setTo(now);
        }
    }

    <T> T onIssuingBody(FlowLogic<T> flow) throws LedgerRefusal {
        return run(issuingBody, flow);
    }

    <T> T onMarket(FlowLogic<T> flow) throws LedgerRefusal {
        return run(market, flow);
    }

    <T> T onRegulator(FlowLogic<T> flow) throws LedgerRefusal {
        return run(regulator, flow);
    }

    /** Starts all flows on the market before any of them runs, and has them all end. */
    final <T> List<CordaFuture<T>> together(List<? extends FlowLogic<T>> flows) {
        List<CordaFuture<T>> futures = new ArrayList<>();
        for (FlowLogic<T> flow : flows) {
            futures.add(market.startFlow(flow));
        }
        carryUntilDone(futures);
        return futures;
    }

    /**
     * Carries messages until the flows have ended, and then what is left to carry. A round at a time: without a number of
     * rounds the network waits for flows that wait for each other before it carries anything.
     */
    private void carryUntilDone(List<? extends CordaFuture<?>> futures) {
        long deadline = System.nanoTime() + FLOW_SECONDS_MAX * 1_000_000_000L;
        while (futures.stream().anyMatch(future -> !future.isDone()) && System.nanoTime() < deadline) {
            network.runNetwork(1);
        }
        network.runNetwork();
    }

    /** One more node, of an organisation of its own. */
    StartedMockNode join(String name) {
        StartedMockNode node = network.createPartyNode(CordaX500Name.parse(name));
        network.runNetwork();
        ((TestClock) node.getServices().getClock())
                .setTo(issuingBody.getServices().getClock().instant());
        return node;
    }

    <T> T on(StartedMockNode node, FlowLogic<T> flow) throws LedgerRefusal {
        return run(node, flow);
    }

    private <T> T run(StartedMockNode node, FlowLogic<T> flow) throws LedgerRefusal {
        CordaFuture<T> future = node.startFlow(flow);
        carryUntilDone(singletonList(future));
        return answer(future);
    }

    static <T> T answer(CordaFuture<T> future) throws LedgerRefusal {
        try {
            return future.get(90, java.util.concurrent.TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof LedgerRefusal) {
                throw (LedgerRefusal) e.getCause();
            }
            throw new IllegalStateException(e.getCause());
        } catch (java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException("the flow does not end", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The account that owns an unspent certificate, as the market's vault says. */
    String ownerOnMarket(String certificateId) {
        LedgerView view = new LedgerView(market.getServices());
        return market.transaction(() -> {
            try {
                PublicKey owner =
                        view.certificate(certificateId).getState().getData().getOwner();
                for (String account : new String[] {"windpark-nord", "acme"}) {
                    if (view.account(account).getState().getData().getKey().equals(owner)) {
                        return account;
                    }
                }
                return "nobody";
            } catch (LedgerRefusal e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Override
    public void close() {
        network.stopNodes();
    }
}
