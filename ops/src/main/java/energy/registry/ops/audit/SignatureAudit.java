package energy.registry.ops.audit;

import com.fasterxml.jackson.databind.JsonNode;
import energy.registry.ops.device.HttpDoor;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Fetches transactions from the regulator's node and has their signatures checked, a few at a time. */
final class SignatureAudit implements AutoCloseable {
    /** The node reads one transaction while another's signatures are checked here. */
    private static final int AT_ONCE = 4;

    /** Findings that wait to be collected: bounds the transactions held in memory. */
    private static final int WAITING_MAX = 64;

    private final HttpDoor gateway;
    private final ClaimSignatures signatures;
    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    private final Deque<Future<ClaimSignatures.Finding>> waiting = new ArrayDeque<>();
    private final List<String> wrong = new ArrayList<>();
    private final Map<DeviceDay, Long> meteredWh = new HashMap<>();
    private long checked;

    SignatureAudit(HttpDoor gateway, ClaimSignatures signatures) {
        this.gateway = gateway;
        this.signatures = signatures;
    }

    void check(Transaction transaction, Devices devices) throws IOException {
        if (!transaction.touchesCertificates()) {
            return;
        }
        waiting.add(threads.submit(() -> signatures.check(transaction, proof(transaction.txId()), devices::of)));
        while (waiting.size() > WAITING_MAX) {
            collect(waiting.remove());
        }
    }

    private JsonNode proof(String txId) throws IOException {
        HttpDoor.Answer answer = gateway.get("/v1/transactions/" + txId);
        if (!answer.isAccepted()) {
            throw new IOException("the regulator's node does not give transaction " + txId + ": " + answer.problem());
        }
        return answer.body().path("proof");
    }

    /** Waits for what is under way. */
    void finish() throws IOException {
        while (!waiting.isEmpty()) {
            collect(waiting.remove());
        }
    }

    private void collect(Future<ClaimSignatures.Finding> pending) throws IOException {
        try {
            ClaimSignatures.Finding finding = pending.get();
            checked += finding.signatures();
            wrong.addAll(finding.wrong());
            finding.meteredWh().forEach((day, energy) -> meteredWh.merge(day, energy, Long::sum));
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause().getMessage(), failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        }
    }

    /** Signatures of notary and issuing body, and claims with all of theirs. */
    long checked() {
        return checked;
    }

    List<String> wrong() {
        return wrong;
    }

    Map<DeviceDay, Long> meteredWh() {
        return meteredWh;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
