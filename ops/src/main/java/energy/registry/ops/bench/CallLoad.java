package energy.registry.ops.bench;

import energy.registry.ops.device.HttpDoor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Calls of one kind, sent by some clients side by side, each as soon as its last one was answered. */
final class CallLoad {
    /** Says that others took the same states first, time after time; whoever asked asks again, and that counts too. */
    private static final String CONTENDED = "LEDGER_IS_NOT_CONTENDED";

    private CallLoad() {}

    /** One call, ready to be sent. */
    @FunctionalInterface
    interface Call {
        HttpDoor.Answer send() throws IOException;
    }

    /** Times of all calls, and the answers of each client in the order of its calls. */
    record Run(double seconds, Percentiles answered, List<List<HttpDoor.Answer>> answers) {
        double perSecond() {
            return answered.count() / seconds;
        }
    }

    /** Client {@code i} sends the calls of {@code work.get(i)} one after the other. */
    static Run run(String what, List<List<Call>> work) throws InterruptedException, IOException {
        List<Long> nanos = Collections.synchronizedList(new ArrayList<>());
        List<List<HttpDoor.Answer>> answers = new ArrayList<>();
        ConcurrentLinkedQueue<String> broken = new ConcurrentLinkedQueue<>();
        long begin = System.nanoTime();
        List<Thread> threads = new ArrayList<>();
        for (List<Call> calls : work) {
            List<HttpDoor.Answer> own = new ArrayList<>();
            answers.add(own);
            Thread thread = new Thread(() -> send(calls, nanos, own, broken));
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        if (!broken.isEmpty()) {
            throw new IOException(what + ": " + broken.size() + " calls failed; the first: " + broken.peek());
        }
        return new Run((System.nanoTime() - begin) / 1e9, new Percentiles(nanos), answers);
    }

    private static void send(List<Call> calls, List<Long> nanos, List<HttpDoor.Answer> answers, Queue<String> broken) {
        for (Call call : calls) {
            try {
                long sent = System.nanoTime();
                HttpDoor.Answer answer = call.send();
                while (answer.body().path("rule").asText().equals(CONTENDED)) {
                    answer = call.send();
                }
                nanos.add(System.nanoTime() - sent);
                answers.add(answer);
                if (!answer.isAccepted()) {
                    broken.add(answer.problem());
                }
            } catch (IOException failed) {
                broken.add(failed.getMessage());
            }
        }
    }
}
