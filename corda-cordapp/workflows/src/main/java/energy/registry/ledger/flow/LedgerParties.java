package energy.registry.ledger.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.identity.Party;
import net.corda.core.node.NodeInfo;
import net.corda.core.node.ServiceHub;
import net.corda.core.node.StatesToRecord;

/** The nodes of the network by the names they have in it. */
final class LedgerParties {
    static final CordaX500Name NOTARY = CordaX500Name.parse("O=Notary,L=Zurich,C=CH");
    static final CordaX500Name ISSUING_BODY = CordaX500Name.parse("O=Issuing Body,L=Brussels,C=BE");
    static final CordaX500Name MARKET = CordaX500Name.parse("O=Market,L=Amsterdam,C=NL");
    static final CordaX500Name REGULATOR = CordaX500Name.parse("O=Regulator,L=Bonn,C=DE");

    private final ServiceHub services;

    LedgerParties(ServiceHub services) {
        this.services = services;
    }

    Party self() {
        return services.getMyInfo().getLegalIdentities().get(0);
    }

    Party notary() {
        return known(services.getNetworkMapCache().getNotary(NOTARY), NOTARY);
    }

    Party issuingBody() {
        return peer(ISSUING_BODY);
    }

    Party regulator() {
        return peer(REGULATOR);
    }

    /** Everyone but this node who has to hear of a transaction: the regulator always, and those who hold a state in it. */
    List<Party> others(Party... holders) {
        List<Party> others = new ArrayList<>();
        for (Party party : Arrays.asList(holders)) {
            if (!others.contains(party) && !party.equals(self())) {
                others.add(party);
            }
        }
        if (!others.contains(regulator()) && !regulator().equals(self())) {
            others.add(regulator());
        }
        return others;
    }

    /** The regulator keeps every state of a transaction, any other node its own; whoever starts the transaction. */
    StatesToRecord statesToRecord() {
        return self().getName().equals(REGULATOR) ? StatesToRecord.ALL_VISIBLE : StatesToRecord.ONLY_RELEVANT;
    }

    /** All nodes but notaries: those that draft commands. */
    List<Party> observers() {
        List<Party> observers = new ArrayList<>();
        for (NodeInfo node : services.getNetworkMapCache().getAllNodes()) {
            Party party = node.getLegalIdentities().get(0);
            boolean notary = services.getNetworkMapCache().getNotaryIdentities().stream()
                    .anyMatch(each -> node.getLegalIdentities().contains(each));
            if (!notary && !observers.contains(party)) {
                observers.add(party);
            }
        }
        return observers;
    }

    private Party peer(CordaX500Name name) {
        return known(services.getNetworkMapCache().getPeerByLegalName(name), name);
    }

    private static Party known(Party party, CordaX500Name name) {
        if (party == null) {
            throw new IllegalStateException("the network map has no " + name + "; wait until all nodes are up");
        }
        return party;
    }
}
